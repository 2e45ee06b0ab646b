### Mails.

mail-from = Public consultations

mail-greeting = Hello,

mail-thanks = Thank you for taking part.

mail-contact = Questions:

mail-tracking-button = Follow your submission
mail-tracking-link = Follow your submission

mail-unsubscribe = Unsubscribe with one click

mail-why-submission = You get this email because this address was given with submission { $reference }.
mail-why-confirmation = You get this email because someone entered this address in the form for notices.
mail-why-consultation = You get this email because you subscribed to notices on this consultation.
mail-why-authority = You get this email because you subscribed to notices on all consultations.

mail-confirm-submission-subject = Confirm submission { $reference }
mail-confirm-submission-reminder-subject = Reminder: submission { $reference } waits for your confirmation
mail-confirm-submission-reminder = The submission is not confirmed yet. There will be no other reminder.
mail-confirm-submission-title = Confirm your submission
mail-confirm-submission-lead = we received your submission { $reference } in the consultation “{ $title }”. Time of receipt: { $moment }.
mail-confirm-submission-about = It is about: { $place }.
mail-confirm-submission-ask = So that we can consider it, please confirm that it is yours:
mail-confirm-submission-button = Confirm submission
mail-confirm-submission-until = Confirm until { $deadline }. After that the link is no longer valid and the submission is not considered. What counts is when you submitted, not when you confirm.
mail-confirm-submission-not-me = If it was not you, ignore this email; without confirmation the submission is not considered.

mail-submission-received-subject = Receipt for submission { $reference }
mail-submission-received-title = Your submission is confirmed
mail-submission-received-lead = your submission { $reference } in the consultation “{ $title }” is confirmed. Time of receipt: { $moment }.
mail-submission-received-next = The working group will decide on every comment. When the responses are released, we will send you the answer.
mail-submission-received-next-by = The working group will decide on every comment, expected by { $day }. When the responses are released, we will send you the answer.

mail-responses-released-subject = The answer to your submission { $reference }
mail-responses-released-title = The answer to your submission
mail-responses-released-lead = { $count ->
    [1] the working group has decided on your comment in submission { $reference } in the consultation “{ $title }”.
   *[other] the working group has decided on your comments in submission { $reference } in the consultation “{ $title }”.
}
mail-responses-released-new-text = The text now reads:
mail-responses-released-register = All comments and responses in the register

mail-confirm-subscription-subject = Confirm your subscription: { $subject }
mail-confirm-subscription-title = Confirm your subscription
mail-confirm-subscription-lead = we were asked to send notices to this address: { $subject }.
mail-confirm-subscription-button = Confirm subscription
mail-confirm-subscription-ignore = If you did not want this, ignore this email. There will be no notices.

mail-confirm-together-subject = { $count ->
    [one] { $count } entry waits for your confirmation
   *[other] { $count } entries wait for your confirmation
}
mail-confirm-together-title = Confirm what you sent
mail-confirm-together-lead = In a short time several submissions or subscriptions were sent with this address. To spare you an email for each, they are gathered here.
mail-confirm-together-ask = Confirm only those that you sent yourself. We do not consider the others.
mail-confirm-together-submission = Submission { $reference } in the public consultation “{ $title }” ({ $authority })
mail-confirm-together-subscription = Subscription to notices: { $title } ({ $authority })
mail-confirm-together-subscribed = You are already subscribed to notices: { $title } ({ $authority }). There is nothing you need to do.
mail-confirm-together-why = You received this email because somebody typed this address into the form for comments or for notices.

mail-already-subscribed-subject = You are already subscribed: { $subject }
mail-already-subscribed-title = You are already subscribed
mail-already-subscribed-lead = we already send notices to this address: { $subject }. There is nothing you need to do.

mail-notice-test = [Test] { $subject }
mail-notice-read = Open the consultation
mail-notice-deadline = The window for comments closes on { $deadline }.

mail-set-up-done-subject = Posvet is set up
mail-set-up-done-lead = Your account for { $authority } is ready. If you read this, email works.
mail-set-up-done-why = You receive this because the first account was made with this address.

mail-why-account = You get this message because you have an account for work on consultations.
mail-why-invitation = You get this message because somebody invited you to work on consultations.
mail-why-new-address = You get this message because somebody with an account for work on consultations gave this address.
mail-invitation-subject = Invitation to work on consultations
mail-invitation-lead = { $authority } invites you to work on consultations. Role: { $role }.
mail-invitation-button = Accept invitation
mail-invitation-until = The invitation works until { $until }.
mail-invitation-not-you = If you do not expect it, ignore this message.
mail-new-password-subject = New password
mail-new-password-lead = we were asked for a new password for your account.
mail-new-password-button = Set a new password
mail-new-password-until = The link works until { $until } and only once.
mail-new-password-not-you = If you did not ask for it, you need not do anything. The password stays as it is.
mail-new-address-subject = Confirm the new address
mail-new-address-lead = you gave this address for your account.
mail-new-address-button = Confirm new address
mail-new-address-until = The link works until { $until }.
mail-new-address-not-you = If it was not you who asked for this, ignore this message.
mail-password-changed-subject = Your password was changed
mail-password-changed-lead = the password of your account was just changed, everything signed in before is signed out.
mail-password-changed-not-you = If it was not you, set a new password with “Forgotten password” at once and tell your administrator.
mail-address-changed-subject = The address of your account was changed
mail-address-changed-lead = you sign in with { $address } from now on.
mail-address-changed-not-you = If it was not you, tell your administrator at once.
mail-second-factor-set-subject = Your second factor is set
mail-second-factor-set-lead = from now on we ask for a code from your app besides the password.
mail-second-factor-set-not-you = If it was not you, tell your administrator at once.
mail-second-factor-removed-subject = Your second factor was removed
mail-second-factor-removed-lead = from now on you sign in with the password only. You can set a second factor again at any time.
mail-second-factor-removed-not-you = If it was neither you nor an administrator you asked, change your password at once and tell your administrator.
