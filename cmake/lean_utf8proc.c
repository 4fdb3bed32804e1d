/* Makes the tables that utf8proc.c reads of the columns that lean_utf8proc.py packed. Included at the end of those.

   A page is 256 entries of the second table. The first WHOLE_KIND_COUNT pages are of one kind each and shared by all
   stretches of it; the first KIND_COUNT records are shared likewise. What has a sequence or takes part in a
   composition gets a record of its own, in a page of its own. */
#include <string.h>

static utf8proc_uint16_t utf8proc_sequences[SEQUENCE_UNITS];
static utf8proc_uint16_t utf8proc_stage1table[0x110000 / 256];
static utf8proc_uint16_t utf8proc_stage2table[PAGE_COUNT * 256];
static utf8proc_property_t utf8proc_properties[RECORD_COUNT];
static utf8proc_uint16_t utf8proc_combinations[COMBINATION_UNITS];

enum { COMPAT, CANONICAL, PAIR };

typedef struct {
  int pages, records, sequence_units;
} filled_t;

typedef struct {
  const utf8proc_uint8_t *gaps, *shapes, *characters;
  utf8proc_int32_t code_point;
  utf8proc_int32_t sequence[LONGEST_SEQUENCE];
} reader_t;

static unsigned read_number(const utf8proc_uint8_t **at) {
  unsigned number = 0, shift = 0;
  for (;; shift += 7) {
    const utf8proc_uint8_t byte = *(*at)++;
    number |= (byte & 0x7Fu) << shift;
    if (byte < 0x80) return number;
  }
}

static utf8proc_int32_t read_signed(const utf8proc_uint8_t **at) {
  const unsigned number = read_number(at);
  return (utf8proc_int32_t)(number >> 1) ^ -(utf8proc_int32_t)(number & 1);
}

static void unpack_kinds(filled_t *filled) {
  for (int i = 0; i < KIND_COUNT; ++i) {
    const utf8proc_property_t plain = {
      .category = kinds[i].category, .combining_class = kinds[i].combining_class, .ignorable = kinds[i].is_ignorable,
      .decomp_seqindex = UINT16_MAX, .casefold_seqindex = UINT16_MAX, .uppercase_seqindex = UINT16_MAX,
      .lowercase_seqindex = UINT16_MAX, .titlecase_seqindex = UINT16_MAX, .comb_index = UINT16_MAX,
    };
    utf8proc_properties[i] = plain;
  }
  for (int i = 0; i < WHOLE_KIND_COUNT * 256; ++i) utf8proc_stage2table[i] = (utf8proc_uint16_t)(i / 256);
  filled->pages = WHOLE_KIND_COUNT;
  filled->records = KIND_COUNT;
}

static void unpack_runs(filled_t *filled) {
  const utf8proc_uint8_t *lengths = packed_run_lengths;
  utf8proc_int32_t c = 0;
  for (int run = 0; run < RUN_COUNT; ++run) {
    const utf8proc_uint8_t kind = packed_run_kinds[run];
    const utf8proc_int32_t end = c + (utf8proc_int32_t)read_number(&lengths);
    while (c < end) {
      utf8proc_uint16_t *page = &utf8proc_stage1table[c >> 8];
      if (!(c & 0xFF) && end - c >= 256) {
        *page = (utf8proc_uint16_t)(kind * 256);
        c += 256;
        continue;
      }
      if (!(c & 0xFF)) *page = (utf8proc_uint16_t)(filled->pages++ * 256);
      utf8proc_stage2table[*page + (c++ & 0xFF)] = kind;
    }
  }
}

/* The record of a character that shares it with no other. */
static utf8proc_property_t *own_record(filled_t *filled, utf8proc_int32_t c) {
  utf8proc_uint16_t *page = &utf8proc_stage1table[c >> 8], *record;
  if (*page < WHOLE_KIND_COUNT * 256) {
    utf8proc_uint16_t *copy = &utf8proc_stage2table[filled->pages * 256];
    memcpy(copy, &utf8proc_stage2table[*page], 256 * sizeof *copy);
    *page = (utf8proc_uint16_t)(filled->pages++ * 256);
  }
  record = &utf8proc_stage2table[*page + (c & 0xFF)];
  if (*record < KIND_COUNT) {
    utf8proc_properties[filled->records] = utf8proc_properties[*record];
    *record = (utf8proc_uint16_t)filled->records++;
  }
  return &utf8proc_properties[*record];
}

/* Reads the next sequence, stores it and returns its index; what kind it is goes to *kind. */
static utf8proc_uint16_t unpack_sequence(filled_t *filled, reader_t *reader, int *kind) {
  const int length = *reader->shapes >> 2;
  const unsigned index = (unsigned)filled->sequence_units | (length > 3 ? 3u : (unsigned)length - 1) << 14;
  utf8proc_uint16_t *out = &utf8proc_sequences[filled->sequence_units];
  *kind = *reader->shapes++ & 3;
  reader->code_point += (utf8proc_int32_t)read_number(&reader->gaps) + 1;
  if (length > 3) *out++ = (utf8proc_uint16_t)(length - 1);
  for (int i = 0; i < length; ++i) {
    const utf8proc_int32_t c = reader->sequence[i] += read_signed(&reader->characters);
    if (c > 0xFFFF) *out++ = (utf8proc_uint16_t)(0xD800 | (c - 0x10000) >> 10);
    *out++ = (utf8proc_uint16_t)(c > 0xFFFF ? 0xDC00 | (c & 0x3FF) : c);
  }
  filled->sequence_units = (int)(out - utf8proc_sequences);
  return (utf8proc_uint16_t)index;
}

typedef struct {
  utf8proc_property_t *first;
  utf8proc_uint16_t second_index;
  utf8proc_int32_t composed;
} pair_t;

/* Rows of compositions, one for each first character: the lowest and the highest place of its second ones, then what
   it makes with each. Compositions beyond U+FFFF take two places, and so do the places of their second characters. */
static void unpack_combinations(const pair_t *pairs) {
  struct { utf8proc_property_t *first; int begin, low, high; } rows[ROW_COUNT];
  int row_count = 0, begin = 0;
  for (const pair_t *pair = pairs; pair < pairs + PAIR_COUNT; ++pair) {
    const int place = pair->second_index & 0x3FFF;
    const int row = pair->first->comb_index == UINT16_MAX ? row_count++ : pair->first->comb_index;
    if (pair->first->comb_index == UINT16_MAX) {
      pair->first->comb_index = (utf8proc_uint16_t)row;
      rows[row].first = pair->first;
      rows[row].low = rows[row].high = place;
    }
    if (place < rows[row].low) rows[row].low = place;
    if (place > rows[row].high) rows[row].high = place;
  }
  for (int row = 0; row < row_count; ++row) {
    rows[row].begin = begin;
    utf8proc_combinations[begin] = (utf8proc_uint16_t)rows[row].low;
    utf8proc_combinations[begin + 1] = (utf8proc_uint16_t)rows[row].high;
    begin += rows[row].high - rows[row].low + 4;
  }
  for (const pair_t *pair = pairs; pair < pairs + PAIR_COUNT; ++pair) {
    const int row = pair->first->comb_index;
    utf8proc_uint16_t *out = &utf8proc_combinations[rows[row].begin + 2 + (pair->second_index & 0x3FFF) - rows[row].low];
    if (pair->second_index & 0x4000) *out++ = (utf8proc_uint16_t)(pair->composed >> 16);
    *out = (utf8proc_uint16_t)pair->composed;
  }
  for (int row = 0; row < row_count; ++row) rows[row].first->comb_index = (utf8proc_uint16_t)rows[row].begin;
}

static void unpack_seconds(filled_t *filled) {
  const utf8proc_uint8_t *seconds = packed_seconds;
  unsigned place = 0;
  for (int i = 0; i < SECOND_COUNT; ++i) {
    const unsigned second = read_number(&seconds), is_wide = second & 1;
    own_record(filled, (utf8proc_int32_t)(second >> 1))->comb_index = (utf8proc_uint16_t)(0x8000 | is_wide << 14 | place);
    place += 1 + is_wide;
  }
}

static void unpack_decompositions(filled_t *filled) {
  static pair_t pairs[PAIR_COUNT];
  pair_t *pair = pairs;
  reader_t reader = {packed_gaps, packed_shapes, packed_characters, -1, {0}};
  for (int i = 0; i < DECOMPOSITION_COUNT; ++i) {
    int kind;
    const utf8proc_uint16_t sequence = unpack_sequence(filled, &reader, &kind);
    utf8proc_property_t *property = own_record(filled, reader.code_point);
    property->decomp_seqindex = sequence;
    if (kind == COMPAT) property->decomp_type = UTF8PROC_DECOMP_TYPE_COMPAT;
    if (kind != PAIR) continue;
    pair->first = own_record(filled, reader.sequence[0]);
    pair->second_index = own_record(filled, reader.sequence[1])->comb_index;
    pair++->composed = reader.code_point;
  }
  unpack_combinations(pairs);
}

static void unpack_foldings(filled_t *filled) {
  reader_t reader = {packed_fold_gaps, packed_fold_shapes, packed_fold_characters, -1, {0}};
  for (int i = 0; i < FOLDING_COUNT; ++i) {
    int kind;
    const utf8proc_uint16_t sequence = unpack_sequence(filled, &reader, &kind);
    own_record(filled, reader.code_point)->casefold_seqindex = sequence;
  }
}

/* Before any constructor of C++, one of which might fold a word. */
__attribute__((constructor(101))) static void unpack_tables(void) {
  filled_t filled = {0, 0, 0};
  unpack_kinds(&filled);
  unpack_runs(&filled);
  unpack_seconds(&filled);
  unpack_decompositions(&filled);
  unpack_foldings(&filled);
}
