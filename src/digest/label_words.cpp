// The table of labels. Words of one field in one row, parted by '|', lower case, without what normalised()
// takes off: signs at both ends, a bracket at the end. Only ASCII is made lower case: Cyrillic stands in both.
#include "digest/label_words.h"

namespace paperdeck {

const std::array<LabelWords, 15> kLabelWords = {{
    {Field::kTitle,
     "english title|original title|paper title|title (en)|title en|title|title of paper|タイトル|原标题|原题|标题|英文标题|論文タイトル|"
     "論文名|論文題目|论文名称|论文标题|论文题目|題名|题目|논문 제목|원제|제목|"
     "titel|titolo|titre|titulo|título|título original|Заголовок|Название|заголовок|название|"
     "標題|原標題|論文標題|題目"},
    {Field::kTranslatedTitle,
     "chinese title|title (chinese)|title (ja)|title (ko)|title (zh)|title ja|title ko|title translation|title zh|title_zh|translated title|"
     "zh title|中文名|中文标题|中文题目|日本語タイトル|标题翻译|译名|邦題|번역 제목|제목 번역|한국어 제목|한글 제목|"
     "中文標題|標題翻譯"},
    {Field::kAuthors,
     "author|author list|author(s)|authors|authors list|by|first author|written by|作者|作者们|作者列表|作者名|"
     "作者与单位|作者及单位|作者/单位|第一作者|著者|著者名|论文作者|저자|저자명|"
     "auteur|auteurs|autor|autoren|autores|autori|autoría|verfasser|Автор|Авторы|автор|авторы"},
    {Field::kAbstract,
     "abstract|abstract (en)|abstract en|english abstract|full abstract|original abstract|paper abstract|アブストラクト|原摘要|原文摘要|抄録|"
     "摘要|概要|完整摘要|英文摘要|要旨|要約|论文摘要|论文简介|요약문|초록|원문 초록|영문 초록|"
     "abstract original|resumen|resumo|riassunto|résumé|Аннотация|аннотация"},
    {Field::kTranslatedAbstract,
     "abs zh|abstract (chinese)|abstract (ja)|abstract (ko)|abstract (zh)|abstract ja|abstract ko|abstract translation|"
     "abstract zh|abstract_zh|"
     "chinese abstract|translated abstract|中文摘要|中文翻译|摘要翻译|摘要译文|日本語要約|日本語訳|机翻摘要|翻译|"
     "译文|번역|초록 번역|한국어 초록|한글 초록|"
     "摘要翻譯|翻譯"},
    {Field::kSummary,
     "ai summary|ai-generated summary|analysis|approach|background|chatgpt summary|conclusion|conclusions|"
     "contribution|contributions|core idea|details|digest|evaluation|experiments|explanation|findings|future work|"
     "gpt summary|gpt-summary|highlight|highlights|impact|innovation|innovations|insight|insights|key findings|"
     "key idea|key point|key points|limitation|limitations|llm summary|main contributions|main idea|method|"
     "methodology|methods|motivation|note|notes|objective|one sentence summary|one-line summary|overview|problem|"
     "reason|relevance|result|results|review|summary|summary (en)|summary (zh)|summary en|summary ja|summary ko|summary zh|takeaway|takeaways|task|tl,dr|tl; dr|tl;dr|tldr|tldr en|tldr zh|why it matters|"
     "ai 总结|ai 摘要|ai 요약|ai总结|ai摘要|どんなもの？|まとめ|サマリ|サマリー|ポイント|一句话总结|一句话概括|"
     "一句话简介|一句话要点|一言でいうと|一言まとめ|主要内容|主要贡献|亮点|任务|内容|创新点|动机|启发|实验亮点|"
     "实验结果|局限|局限性|应用场景|总结|意义|手法|推荐理由|摘要总结|方法|方法详解|核心思想|核心要点|核心观点|概述|"
     "点评|目的|研究动机|研究方法|研究背景|简介|結果|結論|结果|结论|背景|背景と目的|要点|解説|解读|課題|评价|详细|"
     "详细信息|贡献|速览|问题|결과|결론|기여|동기|방법|배경|요약|한 줄 요약|한줄 요약|핵심|핵심 내용|"
     "basic info|basic information|conclusiones|conclusões|contribuciones|contribuições|hauptergebnisse|"
     "kernaussage|key facts|kurzfassung|metadados|metadata|metadaten|metadatos|metodologia|metodología|"
     "motivación|motivação|méthode|paper details|paper info|paper information|points clés|pontos principais|"
     "punti chiave|puntos clave|resultados|risultati|résultats|zusammenfassung|Кратко|Метод|Результаты|Резюме|"
     "кратко|метод|результаты|резюме|元信息|元数据|paper snapshot|论文快照|ключевые выводы|Ключевые выводы|основные результаты|Основные результаты|выводы|Выводы|주요 성과|핵심 요약|メタ情報|メタデータ|書誌|論文概要|论文概述|核心贡献|核心痛点与创新点|潜在影响力|主要貢献|実験結果|基本信息|基本情報|文献信息|書誌情報|論文情報|论文信息|기본 정보|논문 정보|"
     "一句話總結|總結|動機|貢獻|主要貢獻|創新點|實驗結果|方法詳解|核心概念|重點|亮點|簡介|基本資訊|論文資訊"},
    {Field::kCategories,
     "all categories|area|arxiv categories|arxiv category|arxiv subjects|categories|category|cross list|cross-list|"
     "cross-lists|field|field of study|fields|main category|primary|primary category|primary class|primary subject|"
     "primary subjects|subject|subjects|arxiv分类|カテゴリ|カテゴリー|主分类|主类别|主要分类|分类|分野|分類|学科|"
     "学科分类|所有分类|研究领域|类别|领域|분류|분야|주제 분류|카테고리|"
     "cs 子类|子类|arxiv所属领域|arxiv类别|categoria|categorias|categorie|categoría|categorías|catégorie|catégories|kategorie|"
     "kategorien|Категории|Категория|категории|категория|所属领域|"
     "類別|領域|研究領域"},
    {Field::kComment,
     "accepted|accepted at|accepted by|comment|comments|conference|journal|journal ref|journal reference|"
     "journal-ref|published in|remark|remarks|venue|コメント|会議|会议|会议/期刊|備考|发表|发表于|备注|学会|接收|"
     "掲載|期刊|注記|注释|评论|说明|附注|게재|비고|설명|코멘트|학술지|학회|"
     "comentario|comentarios|comentário|comentários|commentaire|commentaires|commenti|kommentar|kommentare|"
     "Комментарии|Комментарий|комментарий|"
     "備註|會議|說明"},
    {Field::kKeywords,
     "index terms|key words|key-words|keyword|keywords|matched|matched keywords|tag|tags|topics tags|キーワード|タグ|关键字|"
     "关键词|关键技术|关联关键词|标签|키워드|태그|"
     "mots clés|mots-clés|palabras clave|palavras-chave|parole chiave|schlagwörter|schlüsselwörter|stichwörter|"
     "Ключевые слова|ключевые слова|"
     "關鍵字|關鍵詞|標籤"},
    {Field::kTopic,
     "research topic|section|theme|topic|topics|テーマ|トピック|主题|匹配领域|方向|研究方向|话题|주제|토픽|"
     "argomento|sujet|tema|thema|thème|tópico|Тема|тема|"
     "主題|研究主題"},
    {Field::kCode,
     "code|code available|code link|code url|code/data|codes|github|github link|github repo|implementation|"
     "official code|repo|repository|source code|コード|ソースコード|代码|代码/项目|代码仓库|代码地址|代码链接|実装|"
     "开源代码|源码|项目代码|구현|소스 코드|코드|"
     "code source|codice|código|quellcode|Код|код|"
     "程式碼|程式碼連結|開源程式碼"},
    {Field::kLinks,
     "abs|abs link|abs url|abstract link|abstract page|abstract url|alphaxiv|arxiv|arxiv abs|arxiv id|arxiv link|"
     "arxiv no.|arxiv number|arxiv page|arxiv url|arxivid|data|dataset|demo|download|entry id|full text|hf|hugging face|hugging face page|hf page|homepage|"
     "html|html link|huggingface|id|link|links|openreview|page|paper|paper address|paper id|paper link|paper links|"
     "paper url|papers|pdf|pdf link|pdf links|pdf url|project|project link|project page|read|read more|read on arxiv|read paper|read the paper|open on arxiv|view on arxiv|view paper|arxiv paper|"
     "resources|semantic scholar|source|url|urls|video|web page|website|arxiv编号|arxiv链接|pdfリンク|pdf下载|"
     "pdf链接|リンク|下载|下载地址|下载链接|主页|全文|出典|原文|原文链接|原論文|地址|来源|相关链接|编号|网址|网页|"
     "論文|論文リンク|论文|论文id|论文地址|论文编号|doi/arxiv号|arxiv号|arxiv 编号|论文 id|论文号|hf paper|hf link|original paper|original article|论文链接|阅读论文|查看论文|阅读全文|查看全文|查看pdf|论文详情|論文を読む|論文を見る|原文を読む|論文ページ|논문 보기|논문 읽기|链接|项目|项目主页|项目地址|项目链接|논문|논문 링크|"
     "링크|원문|원문 링크|주소|출처|"
     "arxiv原文|enlace|enlaces|fonte|fuente|lien|liens|quelle|source originale|Источник|Ссылка|Ссылки|источник|"
     "ссылка|ссылки|原始论文|原始链接|原文地址|查看原文|论文主页|论文全文|论文原文|阅读原文|"
     "連結|論文連結|原文連結|相關連結|論文地址|論文編號|專案|專案頁面|來源"},
    {Field::kDoi,
     "doi|doi link|related doi"},
    {Field::kDate,
     "announce date|announced|date|dates|day|first published|publication|publication date|publish date|publish time|"
     "published|published at|published date|published on|published time|release date|released|submission date|"
     "submitted|submitted date|submitted on|公布日期|公開日|出版日期|发布日期|发布时间|发表日期|发表时间|投稿日|"
     "提交日期|提交时间|提出日|日付|日期|时间|発表日|首次提交|게시일|공개일|날짜|등록일|발표일|발행일|제출일|"
     "data de publicação|date de publication|date submitted|datum|fecha|fecha de publicación|publicado|publié|"
     "submit date|submitdate|veröffentlicht|Дата|Дата публикации|Опубликовано|дата|дата публикации|опубликовано|"
     "發布日期|發表日期|發佈日期|發佈時間|時間"},
    {Field::kIgnored,
     "acm class|acm classes|acm-class|affiliation|affiliations|authors affiliations|author affiliations|hf votes|bibtex|citation|citations|cite|comments count|email|"
     "emails|favorite|favorites|figures|index|institute|institution|institutions|language|last update|last updated|"
     "license|likes|msc class|msc classes|msc-class|no.|num|number|organization|organizations|pages|rank|rating|ref|"
     "related|related papers|relevance score|report no|report number|retweets|revised|score|share|stars|status|"
     "update|update date|update time|updated|updated date|updated on|upvotes|version|versions|views|votes|作者单位|"
     "关键图片|分享|单位|序号|引用|所属|所属机构|操作|收藏|更新日|更新日期|更新时间|最后更新|机构|版本|相关性|"
     "相关性评分|評価|评分|기관|번호|소속|수정일|순위|업데이트|점수|"
     "機構|作者單位|單位|評分|更新時間|引用數"},
}};

}  // namespace paperdeck
