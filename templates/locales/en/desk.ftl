### The desk: responses, approval, release.

desk-disposition-accepted = Accepted
desk-disposition-accepted-in-part = Accepted in part
desk-disposition-not-accepted = Not accepted
desk-disposition-noted = Noted
desk-disposition-out-of-scope = Out of scope
desk-disposition-short-accepted = Accepted
desk-disposition-inline-accepted = accepted
desk-disposition-short-accepted-in-part = In part
desk-disposition-inline-accepted-in-part = accepted in part
desk-disposition-short-not-accepted = Not accepted
desk-disposition-inline-not-accepted = not accepted
desk-disposition-short-noted = Noted
desk-disposition-inline-noted = noted
desk-disposition-short-out-of-scope = Out of scope
desk-disposition-inline-out-of-scope = out of scope

desk-state-unconfirmed = Address not confirmed
desk-state-new = New
desk-state-drafted = Drafted
desk-state-in-approval = In approval
desk-state-returned = Returned
desk-state-approved = Approved
desk-state-released = Released

desk-view-mine = My work
desk-view-waiting = Waiting for my approval
desk-view-new = New
desk-view-all = All

desk-start-title = My consultations
desk-start-consultation = Consultation
desk-start-phase = State
desk-start-closes = window until { $day }
desk-start-empty = You are not assigned to any consultation.

desk-progress-rough = There are more comments than this page counts: more than 5,000 in one of the states.
desk-progress-share = { $part } of { $total }
desk-progress-approved = { $count ->
    [one] approved
   *[other] approved
}
desk-progress-rest = { $approval } in approval · { $drafted } drafted · { $new } new
desk-unconfirmed = Unconfirmed submissions:
desk-progress-label =
    { $part } of { $total } { $total ->
        [one] comment
       *[other] comments
    } approved

desk-steps = State of the response:

desk-inbox-menu = Views and filters
desk-inbox-views = Views
desk-inbox-state = State
desk-inbox-all-states = All states
desk-inbox-apply = Apply filters
desk-inbox-list = List of comments
desk-inbox-search = Search in text or number
desk-inbox-search-submit = Search
desk-inbox-comment = Comment
desk-inbox-place = Where
desk-inbox-submitter = Submitter
desk-inbox-received = Received
desk-inbox-empty = There are no comments in this view.

desk-answer-back = List of comments
desk-answer-position = { $position } of { $total }
desk-answer-previous = Previous
desk-answer-next = Next
desk-answer-response = Response
desk-answer-original = Original comment
desk-answer-context = In the draft
desk-answer-revision = revision { $number }
desk-answer-open = Open the section
desk-answer-not-chosen = not chosen
desk-answer-not-written = not written
desk-answer-preview = Preview of the change
desk-answer-author = Response written by { $name }
desk-answer-returned = Sent back
desk-answer-reopened = Opened again
desk-answer-submit = Send for approval
desk-answer-save = Save draft
desk-answer-second = A second member of the working group approves the response.

desk-field-disposition = Decision
desk-field-reason = Reason
desk-field-reason-public = Reason (public)
desk-field-reason-hint = Say what you took in, what you did not and why. A response cannot go to approval without a reason.
desk-field-text-change = Change of the text

desk-text-changed = The text changes
desk-text-unchanged = The text stays as it is

desk-field-new-text = New text of the passage
desk-field-new-text-hint = You start from the present text: change what is to change. If the text stays as it is, you need not empty the field.
desk-field-new-text-whole = The comment is not on one paragraph, so there is no present text here. Write only the passage that changes.

desk-take-proposed = Take the proposed wording
desk-take-present = Put the present text back
desk-field-note = What needs to be put right
desk-field-reopen-note = Why you open it again
desk-field-note-hint = Only the working group sees this.

desk-approval-title = Approval
desk-approval-lead = Written by { $name }. Read the decision, the reason and the change.
desk-approval-approve = Approve response
desk-approval-return = Send back

desk-take-back-title = Take back
desk-take-back-lead = Until somebody else approves the response you can take it back and work on it. The text stays saved.
desk-take-back-submit = Take back from approval
desk-reopen-title = Correct an approved response
desk-reopen-lead = Until the release you can open the approved response again. It then has to go to approval once more.
desk-reopen-submit = Open the response again

desk-conflict-title = Someone changed the response in the meantime
desk-conflict-lead = { $name }, { $moment }. Your text has not been saved, but it is below. Compare the two versions and save what should stand.
desk-conflict-theirs = Saved version: { $name }
desk-conflict-mine = Your version

desk-history-title = History
desk-history-received = received
desk-history-confirmed = address confirmed
desk-history-assigned = assigned
desk-history-saved = draft response saved
desk-history-submitted = sent for approval
desk-history-taken-back = taken back from approval
desk-history-approved = approved
desk-history-returned = sent back
desk-history-reopened = opened again
desk-history-released = released
desk-history-note = “{ $note }”

desk-error-disposition-missing = Choose a decision
desk-error-reason-missing = Write the reason
desk-error-text-change-missing = Say whether the text changes
desk-error-new-text-missing = Write the new text of the passage
desk-error-new-text-same = The new text is the same as the present one: change it, or say that the text stays as it is
desk-error-note-missing = Write what needs to be put right and why
desk-error-confirm-missing = Confirm that you have checked
desk-error-not-accepted-without-reason = Write why the comment is not accepted; the response cannot be saved without a reason
desk-error-new-text-too-long = Use at most { $max } characters for the new text
desk-error-note-too-long = Use at most { $max } characters for the note
desk-error-not-author = Only the person who wrote the response can take it back
desk-error-own-response = You cannot approve your own response; a second member does
desk-error-locked = The response cannot be changed in this state
desk-error-conflict = The response has changed in the meantime; look at what is new
desk-error-outdated-title = The response has changed in the meantime
desk-error-outdated-next = Your step was not carried out. Open the response again and look at where it stands now.
desk-error-note-long-title = The note is too long
desk-error-note-long-next = Shorten it and send it again. It is given back below.
desk-error-version-title = We do not know which version of the response you have before you
desk-error-version-next = Open the response again and repeat your step.
desk-error-window-open = The window for comments is still open
desk-error-withdrawn = The consultation has been withdrawn
desk-error-unanswered = { $count ->
    [one] { $count } comment has no approved response yet
   *[other] { $count } comments have no approved response yet
}
desk-error-already-released = The responses have already been released
desk-error-reason-too-long = Use at most { $max } characters for the reason

desk-release-title = Release of responses
desk-release-under-way = The release was begun and did not come to its end. Continue it here. Until it is finished the public sees nothing, and responses cannot be changed.
desk-release-goes-on = The release goes on by itself, even when you close this page. Until it is finished the public sees nothing, and responses cannot be changed.
desk-release-lead = All responses become public together. A release cannot be undone.
desk-release-what = What will be public
desk-release-what-done = What is public
desk-release-caption = Approved responses by decision
desk-release-comments = Comments
desk-release-check = Check
desk-release-closed = The window closed on { $deadline }
desk-release-open = The window is still open, it closes on { $deadline }
desk-release-blocked-new = { $count ->
    [one] { $count } comment has no response.
   *[other] { $count } comments have no response.
}
desk-release-blocked-drafted = { $count ->
    [one] { $count } response is being drafted.
   *[other] { $count } responses are being drafted.
}
desk-release-blocked-in-approval = { $count ->
    [one] { $count } response waits for approval.
   *[other] { $count } responses wait for approval.
}
desk-release-show = Show
desk-release-complete = Every comment has an approved response
desk-release-consequence = { $count ->
    [one] { $count } submitter will get the answer by email.
   *[other] { $count } submitters will get the answer by email.
}
desk-release-confirm = I have checked the responses and the figures.
desk-release-submit = { $count ->
    [one] Release { $count } response
   *[other] Release { $count } responses
}
desk-release-mailing = The emails to submitters are still being prepared; they go out by themselves.
desk-release-not-yet = Release will be possible once the window has closed and every response is approved.
desk-release-continue = Continue the release
desk-release-done-title = Released
desk-release-done = The responses are public. Released on { $moment }.
desk-inbox-many = { $count ->
    [one] More than { $count } comment matches.
   *[other] More than { $count } comments match.
}
