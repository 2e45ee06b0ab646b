### Mails, and the mailbox of a demonstration.

mail-from = Public consultations

mail-greeting = Hello,

mail-thanks = Thank you for taking part.

mail-contact = Questions:

mail-tracking-link = Follow your submission

mail-unsubscribe = Unsubscribe with one click

mail-why-submission = You get this mail because this address was given with submission { $reference }.
mail-why-confirmation = You get this mail because someone entered this address in the form for notices.
mail-why-consultation = You get this mail because you subscribed to notices on this consultation.
mail-why-authority = You get this mail because you subscribed to notices on all consultations.

mail-confirm-submission-subject = Confirm submission { $reference }
mail-confirm-submission-title = Confirm your submission
mail-confirm-submission-lead = we received your submission { $reference } in the consultation “{ $title }”. Time of receipt: { $moment }.
mail-confirm-submission-ask = So that we can consider it, please confirm that it is yours:
mail-confirm-submission-button = Confirm submission
mail-confirm-submission-time = What counts is when you submitted, not when you confirm.
mail-confirm-submission-not-me = If it was not you, ignore this mail; without confirmation the submission is not considered.

mail-submission-received-subject = Receipt for submission { $reference }
mail-submission-received-title = Your submission is confirmed
mail-submission-received-lead = your submission { $reference } in the consultation “{ $title }” is confirmed. Time of receipt: { $moment }.
mail-submission-received-next = The working group will decide on every comment. When the responses are released, we will send you the answer.
mail-submission-received-next-by = The working group will decide on every comment, expected by { $day }. When the responses are released, we will send you the answer.

mail-responses-released-subject = The answer to your submission { $reference }
mail-responses-released-title = The answer to your submission
mail-responses-released-lead = { $count ->
    [one] the working group has decided on your comment in submission { $reference } in the consultation “{ $title }”.
   *[other] the working group has decided on your comments in submission { $reference } in the consultation “{ $title }”.
}
mail-responses-released-new-text = The text now reads:
mail-responses-released-register = All comments and responses in the register

mail-confirm-subscription-subject = Confirm your subscription: { $subject }
mail-confirm-subscription-title = Confirm your subscription
mail-confirm-subscription-lead = we were asked to send notices to this address: { $subject }.
mail-confirm-subscription-button = Confirm subscription
mail-confirm-subscription-ignore = If you did not want this, ignore this mail. There will be no notices.

mail-already-subscribed-subject = You are already subscribed: { $subject }
mail-already-subscribed-title = You are already subscribed
mail-already-subscribed-lead = we already send notices to this address: { $subject }. There is nothing you need to do.

mail-notice-test = [Test] { $subject }
mail-notice-read = Open the consultation
mail-notice-deadline = The window for comments closes on { $deadline }.

mail-mailbox-title = Mailbox
mail-mailbox-lead = Mails this installation would have sent. On a demonstration they stay here.
mail-mailbox-empty = The mailbox is empty.
mail-mailbox-from = From
mail-mailbox-to = To
mail-mailbox-sent = Sent
mail-mailbox-links = Links in the mail
