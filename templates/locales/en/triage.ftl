### The desk: responses, approval, release.

triage-disposition-accepted = Accepted
triage-disposition-accepted-in-part = Accepted in part
triage-disposition-not-accepted = Not accepted
triage-disposition-noted = Noted
triage-disposition-out-of-scope = Out of scope
triage-disposition-short-accepted = Accepted
triage-disposition-inline-accepted = accepted
triage-disposition-short-accepted-in-part = In part
triage-disposition-inline-accepted-in-part = accepted in part
triage-disposition-short-not-accepted = Not accepted
triage-disposition-inline-not-accepted = not accepted
triage-disposition-short-noted = Noted
triage-disposition-inline-noted = noted
triage-disposition-short-out-of-scope = Out of scope
triage-disposition-inline-out-of-scope = out of scope

triage-state-unconfirmed = Address not confirmed
triage-state-new = New
triage-state-drafted = Drafted
triage-state-in-approval = In approval
triage-state-returned = Returned
triage-state-approved = Approved
triage-state-released = Released

triage-view-mine = My work
triage-view-waiting = Waiting for my approval
triage-view-new = New
triage-view-all = All

triage-desk-title = My consultations
triage-desk-consultation = Consultation
triage-desk-phase = State
triage-desk-closes = window until { $day }
triage-desk-empty = You are not assigned to any consultation.

triage-progress-rough = There are more comments than this page counts: more than 5,000 in one of the states.
triage-progress-share = { $part } of { $total }
triage-progress-approved = { $count ->
    [one] approved
   *[other] approved
}
triage-progress-rest = { $approval } in approval · { $drafted } drafted · { $new } new
triage-unconfirmed = Unconfirmed submissions:
triage-progress-label =
    { $part } of { $total } { $total ->
        [one] comment
       *[other] comments
    } approved

triage-steps = State of the response:

triage-inbox-menu = Views and filters
triage-inbox-views = Views
triage-inbox-state = State
triage-inbox-all-states = All states
triage-inbox-apply = Apply filters
triage-inbox-list = List of comments
triage-inbox-search = Search in text or number
triage-inbox-search-submit = Search
triage-inbox-comment = Comment
triage-inbox-place = Where
triage-inbox-submitter = Submitter
triage-inbox-received = Received
triage-inbox-empty = There are no comments in this view.

triage-answer-back = List of comments
triage-answer-position = { $position } of { $total }
triage-answer-previous = Previous
triage-answer-next = Next
triage-answer-response = Response
triage-answer-original = Original comment
triage-answer-context = In the draft
triage-answer-revision = revision { $number }
triage-answer-open = Open the section
triage-answer-not-chosen = not chosen
triage-answer-not-written = not written
triage-answer-preview = Preview of the change
triage-answer-author = Response written by { $name }
triage-answer-returned = Sent back
triage-answer-reopened = Opened again
triage-answer-submit = Send for approval
triage-answer-save = Save draft
triage-answer-second = A second member of the working group approves the response.

triage-field-disposition = Decision
triage-field-reason = Reason
triage-field-reason-public = Reason (public)
triage-field-reason-hint = Say what you took in, what you did not and why. A response cannot go to approval without a reason.
triage-field-text-change = Change of the text

triage-text-changed = The text changes
triage-text-unchanged = The text stays as it is

triage-field-new-text = New text of the passage
triage-field-new-text-hint = You start from the present text: change what is to change. If the text stays as it is, you need not empty the field.
triage-field-new-text-whole = The comment is not on one paragraph, so there is no present text here. Write only the passage that changes.

triage-take-proposed = Take the proposed wording
triage-take-present = Put the present text back
triage-field-note = What needs to be put right
triage-field-reopen-note = Why you open it again
triage-field-note-hint = Only the working group sees this.

triage-approval-title = Approval
triage-approval-lead = Written by { $name }. Read the decision, the reason and the change.
triage-approval-approve = Approve response
triage-approval-return = Send back

triage-take-back-title = Take back
triage-take-back-lead = Until somebody else approves the response you can take it back and work on it. The text stays saved.
triage-take-back-submit = Take back from approval
triage-reopen-title = Correct an approved response
triage-reopen-lead = Until the release you can open the approved response again. It then has to go to approval once more.
triage-reopen-submit = Open the response again

triage-conflict-title = Someone changed the response in the meantime
triage-conflict-lead = { $name }, { $moment }. Your text has not been saved, but it is below. Compare the two versions and save what should stand.
triage-conflict-theirs = Saved version: { $name }
triage-conflict-mine = Your version

triage-history-title = History
triage-history-received = received
triage-history-confirmed = address confirmed
triage-history-assigned = assigned
triage-history-saved = draft response saved
triage-history-submitted = sent for approval
triage-history-taken-back = taken back from approval
triage-history-approved = approved
triage-history-returned = sent back
triage-history-reopened = opened again
triage-history-released = released
triage-history-note = “{ $note }”

triage-error-disposition-missing = Choose a decision
triage-error-reason-missing = Write the reason
triage-error-text-change-missing = Say whether the text changes
triage-error-new-text-missing = Write the new text of the passage
triage-error-new-text-same = The new text is the same as the present one: change it, or say that the text stays as it is
triage-error-note-missing = Write what needs to be put right and why
triage-error-confirm-missing = Confirm that you have checked
triage-error-not-accepted-without-reason = Write why the comment is not accepted; the response cannot be saved without a reason
triage-error-new-text-too-long = Use at most { $max } characters for the new text
triage-error-note-too-long = Use at most { $max } characters for the note
triage-error-not-author = Only the person who wrote the response can take it back
triage-error-own-response = You cannot approve your own response; a second member does
triage-error-locked = The response cannot be changed in this state
triage-error-conflict = The response has changed in the meantime; look at what is new
triage-error-outdated-title = The response has changed in the meantime
triage-error-outdated-next = Your step was not carried out. Open the response again and look at where it stands now.
triage-error-note-long-title = The note is too long
triage-error-note-long-next = Shorten it and send it again. It is given back below.
triage-error-version-title = We do not know which version of the response you have before you
triage-error-version-next = Open the response again and repeat your step.
triage-error-window-open = The window for comments is still open
triage-error-withdrawn = The consultation has been withdrawn
triage-error-unanswered = { $count ->
    [one] { $count } comment has no approved response yet
   *[other] { $count } comments have no approved response yet
}
triage-error-already-released = The responses have already been released
triage-error-reason-too-long = Use at most { $max } characters for the reason

triage-release-title = Release of responses
triage-release-under-way = The release was begun and did not come to its end. It goes on by itself within a few minutes; you can also continue it here. Until it is finished the public sees nothing, and responses cannot be changed.
triage-release-lead = All responses become public together. A release cannot be undone.
triage-release-what = What will be public
triage-release-what-done = What is public
triage-release-caption = Approved responses by decision
triage-release-comments = Comments
triage-release-check = Check
triage-release-closed = The window closed on { $deadline }
triage-release-open = The window is still open, it closes on { $deadline }
triage-release-blocked-new = { $count ->
    [one] { $count } comment has no response.
   *[other] { $count } comments have no response.
}
triage-release-blocked-drafted = { $count ->
    [one] { $count } response is being drafted.
   *[other] { $count } responses are being drafted.
}
triage-release-blocked-in-approval = { $count ->
    [one] { $count } response waits for approval.
   *[other] { $count } responses wait for approval.
}
triage-release-show = Show
triage-release-complete = Every comment has an approved response
triage-release-consequence = { $count ->
    [one] { $count } submitter will get the answer by email.
   *[other] { $count } submitters will get the answer by email.
}
triage-release-confirm = I have checked the responses and the figures.
triage-release-submit = { $count ->
    [one] Release { $count } response
   *[other] Release { $count } responses
}
triage-release-mailing = The emails to submitters are still being prepared; they go out by themselves.
triage-release-not-yet = Release will be possible once the window has closed and every response is approved.
triage-release-continue = Continue the release
triage-release-done-title = Released
triage-release-done = The responses are public. Released on { $moment }.
triage-inbox-many = { $count ->
    [one] More than { $count } comment matches.
   *[other] More than { $count } comments match.
}
