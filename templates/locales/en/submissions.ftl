### Submissions: the form, its receipt, following it.

submissions-form-title = Your comment
submissions-form-crumb = Comment
submissions-form-lead = You need no account. You can submit until { $deadline }.
submissions-form-place = What it is about
submissions-form-revision = revision { $number } of { $day }
submissions-form-back = Back to the text
submissions-form-submit = Submit comment
submissions-form-after = You get an email with a link to confirm. If you submit now, confirm until { $deadline }. What counts is when you submit, not when you confirm.
submissions-form-our-fault = There is nothing for you to correct: your comment is still on this page, just as you wrote it. Press “{ $button }” again in a minute.
submissions-field-body-hint = What is wrong or missing, and why. Do not write about the health or troubles of people who can be recognised.
submissions-field-proposed-text-hint = Write the passage as it should read.
submissions-field-submitter-kind = Who submits

submissions-submitter-individual = An individual
submissions-submitter-organisation = An organisation
submissions-submitter-organisation-hint = its name is always public

submissions-field-organisation = Name of the organisation
submissions-field-organisation-hint = Only if an organisation submits.
submissions-field-name = Your name
submissions-field-name-hint = For an organisation, the person who submits; their name is not published.
submissions-field-publish-name = Publish my name with the comment
submissions-field-publish-name-hint = otherwise it says “submitter whose name is not published”
submissions-field-email = Email address
submissions-field-email-hint = For the confirmation, the receipt and the answer. Never published.

submissions-privacy-title = What happens to your data
submissions-privacy-text = The text of your comment becomes public with the responses and stays in the register.
submissions-privacy-person = Your name, unless you publish it, and your email address are seen only by those who run the consultation.
submissions-privacy-more = More:

submissions-closed-title = The window for comments has closed
submissions-closed-lead = It closed on { $deadline }. We could not accept this submission.
submissions-closed-not-open-title = The consultation is not open yet
submissions-closed-not-open-lead = It opens on { $opening }.
submissions-closed-typed = We give you back the whole text. Copy it if you want to send it another way.
submissions-closed-back = Back to the consultation
submissions-closed-contact = If you began in time and an error held you up, write to us:

submissions-error-kind = Choose the kind of comment
submissions-error-body = Write your comment
submissions-error-submitter-kind = Choose who submits
submissions-error-name = Enter your name
submissions-error-organisation = Enter the name of the organisation
submissions-error-email-same = We have already sent the email to this address
submissions-error-key-used = You have already submitted from this form, with something else in it. To submit this too, press the button again. We consider only what you confirm
submissions-error-too-long = Use at most { $most } characters

submissions-channel-web = web
submissions-channel-by-web = by web
submissions-channel-email = email
submissions-channel-by-email = by email
submissions-channel-post = post
submissions-channel-by-post = by post
submissions-channel-in-person = in person
submissions-channel-by-in-person = in person
submissions-channel-hearing = hearing
submissions-channel-by-hearing = at a hearing
submissions-channel-import = import
submissions-channel-by-import = by import

submissions-tracking-over = Submission
submissions-tracking-over-new = Receipt
submissions-tracking-lead-waiting = Your comment has been received. Confirm it with the link in the email until { $deadline }.
submissions-tracking-lead-expired = Your comment has been received, but it was not confirmed until { $deadline }. It is not counted and not considered.
submissions-tracking-lead-confirmed = Your comment has been received and confirmed. Keep this receipt or print it.
submissions-tracking-lead-released = The working group has answered. The decision and its reason are with the comment.
submissions-tracking-confirm-title = Confirm your email address
submissions-tracking-confirm-lead = Until you open it and press the button, the submission is not counted or considered. What counts is when you submitted, not when you confirm.

submissions-address-sent-to = We have sent the link to
submissions-address-again-lead = No email? Look among the spam, too.
submissions-address-again-submit = Send it again
submissions-address-correct-summary = The address is wrong
submissions-address-correct = The right email address
submissions-address-correct-hint = You can correct it once. The links in the first email and the address of this page are then no longer valid.
submissions-address-correct-submit = Correct and send

submissions-tracking-received-title = What we received
submissions-tracking-consultation = Consultation
submissions-tracking-received = Received
submissions-tracking-in-time = in time
submissions-tracking-late = late
submissions-tracking-channel = Channel
submissions-tracking-submitter = Submitter
submissions-tracking-organisation = organisation { $name }, name public
submissions-tracking-named = { $name }, name will be published
submissions-tracking-unnamed = individual, name not published
submissions-tracking-confirmation = Confirmation
submissions-tracking-is-confirmed = address confirmed
submissions-tracking-is-waiting = waits for the address to be confirmed
submissions-tracking-is-expired = the time to confirm the address has passed
submissions-tracking-state-unconfirmed = waits for your confirmation
submissions-tracking-state-expired = not confirmed, not considered
submissions-tracking-state-received = received, the working group will consider it
submissions-tracking-state-in-work = the working group is preparing its response
submissions-tracking-state-released = the response is public
submissions-tracking-next-title = What comes next
submissions-tracking-next-confirm = Open the email and confirm your submission.
submissions-tracking-next-answer = The working group answers every comment.
submissions-tracking-next-answer-by = The working group answers every comment, expected by { $day }.
submissions-tracking-next-release = When the responses are released, we send you the answer.
submissions-tracking-back = Back to the consultation
submissions-tracking-private = Only you know the address of this page. Whoever has it can see your submission.

submissions-confirm-title = Confirm your submission
submissions-confirm-lead = We received the submission on { $moment }. With this click you confirm that it is yours.
submissions-confirm-until = You can do so until { $deadline }.
submissions-confirm-submit = Confirm submission
submissions-confirm-tracking = See your submission
submissions-confirm-done-title = Your submission is confirmed
submissions-confirm-done-lead = Thank you. The working group will consider your comment.
submissions-confirm-expired-title = This link is no longer valid
submissions-confirm-expired-lead = The time to confirm has passed. Write to us if you want the submission to be considered nevertheless.
