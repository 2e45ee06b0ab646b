### The notices of coordinators.

notices-list-title = Notices
notices-list-lead = Every notice is rehearsed before it is sent.
notices-list-new = New notice
notices-list-state = State
notices-list-recipients = Recipients
notices-list-changed = Changed
notices-list-not-sent = not sent
notices-list-empty = There are no notices yet.

notices-count-recipients = { $count ->
    [one] { $count } recipient
   *[other] { $count } recipients
}
notices-count-failed = { $count } undelivered

notices-state-draft = Draft
notices-state-sending = Being sent
notices-state-sent = Sent

notices-new-title = New notice
notices-new-lead = First save it as a draft, then check the recipients and the look.
notices-new-submit = Save and check recipients

notices-nothing-sent = Nothing leaves until you confirm.

notices-steps = Steps:

notices-step-content = Content
notices-step-check = Check
notices-step-sent = Sent

notices-form-content = Content

notices-field-subject = Subject
notices-field-body = Text
notices-field-body-hint = An empty line starts a new paragraph. The link to the draft, the deadline and the unsubscribe link are added for you.
notices-field-audience = Who should get it
notices-field-confirm = I have checked the text and the recipients.

notices-audience-consultation = Subscribed to this consultation
notices-audience-authority = Subscribed to all consultations

notices-why-consultation = subscribed to this consultation since { $day }
notices-why-authority = subscribed to all consultations since { $day }

notices-rehearsal-title = Notice: { $subject }
notices-rehearsal-lead = Draft, not sent
notices-rehearsal-save = Save changes
notices-rehearsal-preview = This is how it will look
notices-rehearsal-test = Send a test to myself
notices-rehearsal-confirmation = Confirmation
notices-rehearsal-send = { $count ->
    [one] Send to { $count } recipient
   *[other] Send to { $count } recipients
}
notices-rehearsal-nobody = With this choice nobody gets the notice. Choose recipients and save.

notices-check-once = Nobody gets two emails
notices-check-tested = Test sent: { $moment }
notices-check-untested = No test has been sent yet
notices-check-last = Last notice on this consultation: { $moment }

notices-recipients-title = Who gets it and why
notices-recipients-caption = Recipients by reason
notices-recipients-reason = Reason
notices-recipients-addresses = Addresses
notices-recipients-duplicates = On several lists at once, get one email
notices-recipients-unsubscribed = Unsubscribed
notices-recipients-total = Recipients
notices-recipients-note = The figures are for the saved choice. After a change, save the draft.
notices-recipients-sample = { $count ->
    [1] First recipient
   *[other] First { $count } recipients
}
notices-recipients-sample-caption = Sample of recipients
notices-recipients-address = Address
notices-recipients-why = Why

notices-letter-unsubscribe = Unsubscribe with one click.

notices-report-confirmed = Confirmed by { $name }, { $moment }
notices-report-delivery = Delivery
notices-report-recipients = { $count ->
    [one] recipient
   *[other] recipients
}
notices-report-sent = handed over
notices-report-waiting = waiting
notices-report-deferred = will be tried again
notices-report-failed = undelivered
notices-report-suppressed = withheld (unsubscribed)
notices-report-finished = Sending finished: { $moment }.
notices-report-sending = Sending is under way. Reload the page for the latest state.
notices-report-text = Text

notices-troubles-title = What was not delivered
notices-troubles-attempts = Tries
notices-troubles-reply = Reply of the server
notices-troubles-tried = Last try

notices-trouble-deferred = will be tried again
notices-trouble-failed = undelivered
notices-error-subject-missing = Enter a subject
notices-error-body-missing = Write the text
notices-error-audience-missing = Choose at least one group of recipients
notices-error-confirm-missing = Confirm that you have checked the text and the recipients
notices-error-changed = Someone else changed the draft in the meantime; look at it and try again
notices-error-not-rehearsed = The notice has not been sent: the text or the recipients have changed. The draft is saved; check it and confirm once more
notices-error-not-announced = The consultation has not been announced yet; no notice can be sent until then. The draft is saved
notices-error-already-sent-title = The notice has already been sent
notices-error-already-sent-next = A notice that has been sent cannot be changed. See its delivery report.
notices-error-subject-too-long = Use at most { $max } characters for the subject
notices-error-body-too-long = Use at most { $max } characters for the text
