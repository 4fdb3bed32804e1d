try{const t=localStorage.getItem('paperdeck.settings.theme');if(t)document.documentElement.dataset.theme=t}catch{}
