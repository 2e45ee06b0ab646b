### Consultations: phases, places, where submissions stand.

consultations-phase-preparing = In preparation
consultations-phase-announced = Announced
consultations-phase-open = Open for comments
consultations-phase-closed = Closed, responses in preparation
consultations-phase-answered = Answered
consultations-phase-adopted = Adopted
consultations-phase-withdrawn = Withdrawn

consultations-place-draft = The whole draft
consultations-place-section = Section { $section }
consultations-place-paragraph = Section { $section }, paragraph { $paragraph }
consultations-place-short = { $section }, para. { $paragraph }
consultations-place-goal = Goal { $number }

consultations-standing-received = { $count ->
    [one] { $count } submission received
   *[other] { $count } submissions received
}
consultations-standing-confirmed = { $count ->
    [one] { $count } confirmed
   *[other] { $count } confirmed
}
consultations-standing-waiting = { $count ->
    [one] { $count } waits for its address to be confirmed
   *[other] { $count } wait for their address to be confirmed
}
consultations-standing-expired = { $count ->
    [one] { $count } expired without confirmation
   *[other] { $count } expired without confirmation
}
consultations-standing-late = { $count ->
    [one] { $count } submission came late and is counted apart.
   *[other] { $count } submissions came late and are counted apart.
}
