### Signing in and people.

accounts-sign-in-title = Sign in
accounts-sign-in-lead = For members of working groups and coordinators. You need no account to comment.
accounts-sign-in-submit = Sign in
accounts-sign-in-help = If the link does not help either, ask the administrator of your authority.
accounts-sign-in-demo-title = Accounts to try
accounts-sign-in-demo-password = All of them use the password

accounts-people-title = People and roles
accounts-people-list = Who works on consultations
accounts-people-roles = Roles
accounts-people-me = (you)

accounts-field-name = Name
accounts-field-email = Email address
accounts-field-password = Password
accounts-field-role = Role

accounts-role-administrator = administrator
accounts-role-administrator-can = manages people and roles
accounts-role-coordinator = coordinator
accounts-role-coordinator-can = runs the consultation, sends notices, releases responses
accounts-role-reviewer = member of the working group
accounts-role-reviewer-can = writes and approves responses

accounts-error-credentials = The email address and the password do not match
accounts-error-name-missing = Enter a name
accounts-error-name-too-long = Use at most { $max } characters for the name
accounts-error-role-missing = Choose a role
accounts-error-password-missing = Enter a password
accounts-error-password-common = This password is too common; choose another
accounts-error-password-long = Use at most { $most } characters for the password
accounts-error-has-role = The person already has this role
accounts-error-disabled = The account with this address is disabled
accounts-error-throttled = { $minutes ->
    [one] Too many tries. Try again in { $minutes } minute
   *[other] Too many tries. Try again in { $minutes } minutes
}
accounts-error-password-short = Use at least { $min } characters for the password

accounts-set-up-title = First settings
accounts-set-up-lead = This page opens only once: it makes the first authority and the first person who can sign in.
accounts-set-up-authority = Who puts drafts to the public
accounts-set-up-you = You
accounts-set-up-name = Full name
accounts-set-up-name-hint = As it stands in official letters.
accounts-set-up-short-name = Short name
accounts-set-up-short-name-hint = As it stands in a sentence, for example: Kranj.
accounts-set-up-contact = Public email address
accounts-set-up-contact-hint = Replies to notices go there.
accounts-set-up-slug = Part of the address of pages
accounts-set-up-slug-hint = Lower-case letters and hyphens, such as kranj. Empty: made of the short name.
accounts-set-up-prefix = Beginning of reference numbers
accounts-set-up-prefix-hint = Such as KRANJ: submissions are then KRANJ-2026-0001. Empty: made of the address.
accounts-set-up-email-hint = You sign in with it. The first message goes there, so that you see whether email works.
accounts-set-up-password-hint = At least 12 characters. It can be a sentence.
accounts-set-up-coordinates = I also run consultations
accounts-set-up-coordinates-hint = Otherwise you can only add people and roles.
accounts-set-up-submit = Create
accounts-error-empty = The field is empty. Fill it in.
accounts-error-slug = Use up to 40 lower-case letters a to z, digits and hyphens. Some words are used by Posvet itself.
accounts-error-prefix = Use up to 20 letters a to z, digits and hyphens.

accounts-field-code = Code
accounts-field-new-password = New password
accounts-field-present-password = Present password
accounts-field-new-email = New email address
accounts-field-consultation = For which consultations
accounts-hint-consultation = A role in one consultation opens that one only. It suits people of another body.
accounts-password-hint = At least 12 characters. Three or four words are easiest to remember.

accounts-people-invite = Invite a person
accounts-people-invite-lead = They get a link that works for seven days, and choose their own password.
accounts-people-submit = Send invitation
accounts-people-everywhere = All consultations
accounts-people-disabled = (cannot sign in)

accounts-invitations-title = Waiting invitations
accounts-invitations-until = Works until
accounts-invitations-expired = has expired
accounts-invitations-resend = Send again
accounts-invitations-revoke = Revoke

accounts-person-disabled = cannot sign in
accounts-person-in-one = Single consultations
accounts-person-roles-help = A change counts at once. A role in one consultation is added by an invitation.
accounts-person-save = Save roles
accounts-person-access = Signing in
accounts-person-disable-lead = A disabled account is signed out everywhere at once. What the person wrote stays.
accounts-person-disable = Disable account
accounts-person-enable-lead = The account is disabled. It can be enabled again with the same password and roles.
accounts-person-enable = Enable account
accounts-person-has-factor = The person signs in with a password and a code. If they lost the phone and the recovery codes, remove the second factor; we tell them.
accounts-person-reset-factor = Remove second factor
accounts-person-no-factor = The person signs in with a password only.

accounts-code-title = Enter the code
accounts-code-lead = The password is right. Now enter the code from your app.
accounts-code-over = No sign-in waits for a code any more. Start again with your password.
accounts-code-again = To the sign-in
accounts-code-hint = Six digits from the app, or one of your recovery codes.
accounts-code-submit = Confirm code
accounts-code-help = Neither phone nor recovery codes? An administrator can remove the second factor.

accounts-forgotten-title = Forgotten password
accounts-forgotten-lead = Enter the email address you sign in with. We send a link for a new password to it.
accounts-forgotten-submit = Send link
accounts-forgotten-asked = If this address has an account, we sent a link to it. It works for one hour.
accounts-forgotten-nothing-came = No message? Look into your spam folder and check the address you entered.

accounts-new-password-title = New password
accounts-new-password-lead = For the account { $email }.
accounts-new-password-submit = Set password
accounts-new-password-help = Everything signed in with the old password is signed out. The second factor stays as it is.

accounts-new-address-title = Confirm the new address
accounts-new-address-lead = You will sign in with it from now on.
accounts-new-address-present = Now
accounts-new-address-new = From now on
accounts-new-address-submit = Confirm new address

accounts-invitation-over = Invitation for { $email }, works until { $until }
accounts-invitation-for = Invitation for { $email }
accounts-invitation-title = You are invited to work on consultations
accounts-invitation-lead = { $authority } invites you.
accounts-invitation-role = Role:
accounts-invitation-for-one = For one consultation only.
accounts-invitation-name-hint = Colleagues see it.
accounts-invitation-has-account = You have an account with this address; only the role is new. Sign in as usual afterwards.
accounts-invitation-submit = Accept invitation
accounts-invitation-state-expired = The invitation has expired
accounts-invitation-state-revoked = The invitation was revoked
accounts-invitation-state-accepted = The invitation was accepted already
accounts-invitation-ended-lead = Ask the administrator to send you a new one.
accounts-invitation-accepted-lead = Sign in with your password.

accounts-own-title = Your account
accounts-sessions-title = Where you are signed in
accounts-sessions-lead = If you do not know a device, sign it out and change your password.
accounts-sessions-device = Device
accounts-sessions-begun = Signed in
accounts-sessions-seen = Last active
accounts-sessions-act = Action
accounts-sessions-this = (this device)
accounts-sessions-unknown = unknown device
accounts-sessions-end = Sign out
accounts-sessions-end-others = Sign out all other devices
accounts-change-password-title = Change password
accounts-change-password-submit = Change password
accounts-change-password-help = All other devices are signed out. We tell you by email that it was changed.
accounts-change-address-title = Change address
accounts-change-address-hint = We send a link to it. The address changes when you open and confirm it; both addresses get a message.
accounts-change-address-submit = Send link

accounts-factor-title = Second factor
accounts-factor-lead = A password can be guessed. The code on your phone cannot.
accounts-factor-app = App with codes
accounts-factor-since = Set since { $day }
accounts-factor-none = Not set
accounts-factor-set-link = Set
accounts-factor-change = Replace
accounts-factor-tie = Connect your phone
accounts-factor-replace = Replace the app
accounts-factor-picture = QR code for the app
accounts-factor-scan = Open an app for codes (any that supports TOTP) and scan the picture.
accounts-factor-by-hand = Cannot scan? Type the key:
accounts-factor-code-hint = The six digits the app shows now.
accounts-factor-password-hint = Once more, so that we know it is you.
accounts-factor-submit = Set second factor
accounts-factor-remove-title = Without a second factor
accounts-factor-remove-lead = You will sign in with the password only. The recovery codes will not work any more.
accounts-factor-remove = Remove second factor
accounts-codes-title = Keep your recovery codes
accounts-codes-lead = Each works once, when your phone is not at hand.
accounts-codes-name = Recovery codes
accounts-codes-print = Print or copy them now: they are not shown again.
accounts-codes-done = I have kept them
accounts-codes-left = { $count ->
    [one] { $count } code of 10 is left.
   *[other] { $count } codes of 10 are left.
}
accounts-codes-link = New codes
accounts-codes-renew = Make new codes
accounts-codes-renew-lead = When you make new ones, the old ones stop working.

accounts-error-present-password = This is not your present password
accounts-error-taken = Somebody else signs in with this address
accounts-error-code = The code is not valid. Wait for a new one and check the clock of your phone
accounts-error-code-missing = Enter the code
accounts-error-factor-required = Your authority requires a second factor; you can replace it
accounts-error-consultation = Choose a consultation from the list
accounts-error-administrator-of-one = An administrator is for all consultations, not for one
accounts-error-last-administrator = Without this person nobody could manage people here. Make somebody else administrator first
accounts-error-works-elsewhere = The person works for an authority you do not administer, too. Remove their roles here instead

accounts-new-authority-title = New authority
accounts-new-authority-lead = Another authority on this Posvet, with its own address, people and consultations. You are its administrator.
accounts-error-slug-taken = Another authority has this part of the address
