### Javne obravnave: faze, mesta, kje so vloge.

consultations-phase-preparing = V pripravi
consultations-phase-announced = Napovedano
consultations-phase-open = Odprto za pripombe
consultations-phase-closed = Zaprto, pripravljamo stališča
consultations-phase-answered = Odgovorjeno
consultations-phase-adopted = Sprejeto
consultations-phase-withdrawn = Umaknjeno

consultations-place-draft = Celoten osnutek
consultations-place-section = Poglavje { $section }
consultations-place-paragraph = Poglavje { $section }, odstavek { $paragraph }
consultations-place-short = { $section }, odst. { $paragraph }
consultations-place-goal = Cilj { $number }

consultations-standing-received = { $count ->
    [one] Prejeta je { $count } vloga
    [two] Prejeti sta { $count } vlogi
    [few] Prejete so { $count } vloge
   *[other] Prejetih je { $count } vlog
}
consultations-standing-confirmed = { $count ->
    [one] { $count } potrjena
    [two] { $count } potrjeni
    [few] { $count } potrjene
   *[other] { $count } potrjenih
}
consultations-standing-waiting = { $count ->
    [one] { $count } čaka na potrditev naslova
    [two] { $count } čakata na potrditev naslova
    [few] { $count } čakajo na potrditev naslova
   *[other] { $count } čaka na potrditev naslova
}
consultations-standing-expired = { $count ->
    [one] { $count } je potekla brez potrditve
    [two] { $count } sta potekli brez potrditve
    [few] { $count } so potekle brez potrditve
   *[other] { $count } jih je poteklo brez potrditve
}
consultations-standing-late = { $count ->
    [one] Po roku je prispela { $count } vloga, ki je šteta posebej.
    [two] Po roku sta prispeli { $count } vlogi, ki sta šteti posebej.
    [few] Po roku so prispele { $count } vloge, ki so štete posebej.
   *[other] Po roku je prispelo { $count } vlog, ki so štete posebej.
}
