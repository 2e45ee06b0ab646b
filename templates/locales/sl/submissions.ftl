### Vloge: obrazec, potrdilo, spremljanje.

submissions-form-title = Vaša pripomba
submissions-form-crumb = Pripomba
submissions-form-lead = Računa ne potrebujete. Oddate lahko do { $deadline }.
submissions-form-place = Na kaj se nanaša
submissions-form-revision = različica { $number } z dne { $day }
submissions-form-back = Nazaj k besedilu
submissions-form-submit = Oddaj pripombo
submissions-form-after = Na e-pošto dobite povezavo za potrditev. Če oddate zdaj, jo potrdite do { $deadline }. Velja čas oddaje, ne čas potrditve.
submissions-form-our-fault = Ničesar vam ni treba popravljati: pripomba je še na tej strani, takšna, kot ste jo napisali. Čez minuto še enkrat pritisnite »{ $button }«.
submissions-field-body-hint = Kaj je narobe ali kaj manjka in zakaj. Ne pišite o zdravju ali stiskah oseb, ki jih je mogoče prepoznati.
submissions-field-proposed-text-hint = Napišite odlomek tako, kot naj bi se glasil.
submissions-field-submitter-kind = Kdo oddaja

submissions-submitter-individual = Posameznik ali posameznica
submissions-submitter-organisation = Organizacija
submissions-submitter-organisation-hint = ime organizacije je vedno javno

submissions-field-organisation = Ime organizacije
submissions-field-organisation-hint = Samo če oddaja organizacija.
submissions-field-name = Ime in priimek
submissions-field-name-hint = Pri organizaciji oseba, ki oddaja; njeno ime ni objavljeno.
submissions-field-publish-name = Ob pripombi objavite moje ime
submissions-field-publish-name-hint = sicer piše »vlagatelj/ica brez objavljenega imena«
submissions-field-email = E-poštni naslov
submissions-field-email-hint = Za potrditev, potrdilo in odgovor. Nikoli ni objavljen.

submissions-privacy-title = Kaj se zgodi s podatki
submissions-privacy-text = Besedilo pripombe postane javno ob objavi stališč in ostane v registru.
submissions-privacy-person = Ime, če ga ne objavite, in e-poštni naslov vidijo samo osebe, ki vodijo obravnavo.
submissions-privacy-more = Več:

submissions-closed-title = Rok za pripombe je potekel
submissions-closed-lead = Iztekel se je v { $deadline }. Te vloge nismo mogli sprejeti.
submissions-closed-not-open-title = Obravnava še ni odprta
submissions-closed-not-open-lead = Odpre se v { $opening }.
submissions-closed-typed = Besedilo vam vračamo v celoti. Kopirajte ga, če ga želite poslati po drugi poti.
submissions-closed-back = Nazaj k obravnavi
submissions-closed-contact = Če ste oddajo začeli pravočasno in vas je ovirala napaka, nam pišite:

submissions-error-kind = Izberite vrsto pripombe
submissions-error-body = Napišite pripombo
submissions-error-submitter-kind = Izberite, kdo oddaja
submissions-error-name = Vpišite ime in priimek
submissions-error-organisation = Vpišite ime organizacije
submissions-error-email-same = Na ta naslov smo sporočilo že poslali
submissions-error-key-used = Iz tega obrazca ste vlogo že oddali, vendar z drugačno vsebino. Če želite oddati tudi to, pritisnite gumb še enkrat. Obravnavamo samo vloge, ki jih potrdite
submissions-error-too-long = Besedilo naj ima največ { $most } znakov

submissions-channel-web = splet
submissions-channel-by-web = po spletu
submissions-channel-email = e-pošta
submissions-channel-by-email = po e-pošti
submissions-channel-post = pošta
submissions-channel-by-post = po pošti
submissions-channel-in-person = osebno
submissions-channel-by-in-person = osebno
submissions-channel-hearing = okrogla miza
submissions-channel-by-hearing = na okrogli mizi
submissions-channel-import = uvoz
submissions-channel-by-import = z uvozom

submissions-tracking-over = Vloga
submissions-tracking-over-new = Potrdilo o prejemu
submissions-tracking-lead-waiting = Vaša pripomba je prejeta. Potrdite jo s povezavo v e-poštnem sporočilu do { $deadline }.
submissions-tracking-lead-expired = Vaša pripomba je prejeta, vendar ni bila potrjena do { $deadline }. Ne štejemo je in je ne obravnavamo.
submissions-tracking-lead-confirmed = Vaša pripomba je prejeta in potrjena. Shranite to potrdilo ali ga natisnite.
submissions-tracking-lead-released = Delovna skupina je odgovorila. Odločitev in razlog sta pri pripombi.
submissions-tracking-confirm-title = Potrdite e-poštni naslov
submissions-tracking-confirm-lead = Dokler je ne odprete in pritisnete gumba, vloge ne štejemo in ne obravnavamo. Velja čas oddaje, ne čas potrditve.

submissions-address-sent-to = Povezavo smo poslali na naslov
submissions-address-again-lead = Sporočila ni? Preverite tudi vsiljeno pošto.
submissions-address-again-submit = Pošlji še enkrat
submissions-address-correct-summary = Naslov ni pravi
submissions-address-correct = Pravi e-poštni naslov
submissions-address-correct-hint = Popravite ga lahko enkrat. Povezave v prejšnjem sporočilu in naslov te strani potem ne veljajo več.
submissions-address-correct-submit = Popravi in pošlji

submissions-tracking-received-title = Kaj smo prejeli
submissions-tracking-consultation = Javna obravnava
submissions-tracking-received = Prejeto
submissions-tracking-in-time = v roku
submissions-tracking-late = po roku
submissions-tracking-channel = Pot prispetja
submissions-tracking-submitter = Vlagatelj
submissions-tracking-organisation = organizacija { $name }, ime je javno
submissions-tracking-named = { $name }, ime bo objavljeno
submissions-tracking-unnamed = posameznik/ca, ime ne bo objavljeno
submissions-tracking-confirmation = Potrditev
submissions-tracking-is-confirmed = naslov je potrjen
submissions-tracking-is-waiting = čaka na potrditev naslova
submissions-tracking-is-expired = rok za potrditev naslova je potekel
submissions-tracking-state-unconfirmed = čaka na vašo potrditev
submissions-tracking-state-expired = ni potrjeno, ne obravnavamo
submissions-tracking-state-received = prejeto, delovna skupina jo bo obravnavala
submissions-tracking-state-in-work = delovna skupina pripravlja stališče
submissions-tracking-state-released = stališče je objavljeno
submissions-tracking-next-title = Kaj sledi
submissions-tracking-next-confirm = Odprite e-poštno sporočilo in potrdite oddajo.
submissions-tracking-next-answer = Delovna skupina odgovori na vsako pripombo.
submissions-tracking-next-answer-by = Delovna skupina odgovori na vsako pripombo, predvidoma do { $day }.
submissions-tracking-next-release = Ko so stališča objavljena, vam pošljemo odgovor.
submissions-tracking-back = Nazaj k obravnavi
submissions-tracking-private = Naslov te strani poznate samo vi. Kdor ga dobi, vidi vašo vlogo.

submissions-confirm-title = Potrdite oddajo
submissions-confirm-lead = Vlogo smo prejeli: { $moment }. S klikom potrdite, da ste jo oddali vi.
submissions-confirm-until = To lahko storite do { $deadline }.
submissions-confirm-submit = Potrdi oddajo
submissions-confirm-tracking = Odpri svojo vlogo
submissions-confirm-done-title = Oddaja je potrjena
submissions-confirm-done-lead = Hvala. Delovna skupina bo obravnavala vašo pripombo.
submissions-confirm-expired-title = Povezava ne velja več
submissions-confirm-expired-lead = Rok za potrditev je potekel. Pišite nam, če želite, da vlogo kljub temu obravnavamo.
