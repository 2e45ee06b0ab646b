### Comments: kinds, outcomes, who stands beside them.

comments-field-kind = Kind of comment

comments-kind-general = General
comments-kind-general-hint = on direction or purpose
comments-kind-content = Content
comments-kind-content-hint = on a goal, a measure, a figure or a date
comments-kind-wording = Wording
comments-kind-wording-hint = on an expression or a mistake

comments-field-body = Comment
comments-field-proposed-text = Proposed wording
comments-submitter-short-individual = individual
comments-submitter-short-organisation = organisation
comments-submitter-unnamed = submitter whose name is not published

comments-outcome-title = Response of the working group:
comments-outcome-change = Change of the text
comments-outcome-unchanged = The text stays as it is
