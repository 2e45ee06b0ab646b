### Pripombe: vrste, izidi, podpis.

comments-field-kind = Vrsta pripombe

comments-kind-general = Splošna
comments-kind-general-hint = o smeri ali namenu
comments-kind-content = Vsebinska
comments-kind-content-hint = o cilju, ukrepu, številki ali roku
comments-kind-wording = Jezikovna
comments-kind-wording-hint = o izrazu ali napaki

comments-field-body = Pripomba
comments-field-proposed-text = Predlagano besedilo
comments-submitter-short-individual = posameznik/ca
comments-submitter-short-organisation = organizacija
comments-submitter-unnamed = vlagatelj/ica brez objavljenega imena

comments-outcome-title = Stališče delovne skupine:
comments-outcome-change = Sprememba besedila
comments-outcome-unchanged = Brez spremembe besedila
