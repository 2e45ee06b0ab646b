//! Who gets a notice: one query that the rehearsal counts and the sending inserts, so that neither can be wrong alone.

use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text};
use serde_json::Value;
use strum::VariantArray as _;

use crate::db::schema::deliveries;
use crate::db::types::{Document, Guid, Moment};
use crate::db::{DbConnection, JsonDoc, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, ConsultationId, MailContentId, NoticeId};
use crate::notices::domain::{Audience, AudienceFigure, NoticeText, Recipients, SampleRecipient};

/// How many recipients a rehearsal shows.
const SAMPLE: i64 = 5;

/// Everybody who is or was on a list of the consultation `$1` or of its authority `$2`.
///
/// Who left this consultation gets none of its notices by way of the authority's list either, unless they joined that
/// one later: the last word counts. Parameters must first appear in the order of their numbers: to SQLite `$1` is a
/// name.
const LISTED: &str = "
with listed as (
    select s.id, s.subscriber_id, 'consultation' as audience, 0 as preference,
        case when s.state = 'confirmed' then 1 else 0 end as is_willing
    from subscriptions s
    where s.consultation_id = $1 and s.state <> 'pending'
    union all
    select s.id, s.subscriber_id, 'authority' as audience, 1 as preference,
        case
            when s.state <> 'confirmed' then 0
            when exists (
                select 1 from subscriptions left_one
                where left_one.subscriber_id = s.subscriber_id and left_one.consultation_id = $1
                    and left_one.state <> 'confirmed'
                    and left_one.unsubscribed_at > s.confirmed_at
            ) then 0
            else 1
        end as is_willing
    from subscriptions s
    where s.authority_id = $2 and s.consultation_id is null and s.state <> 'pending'
)";

/// The chosen lists (`$3` the consultation's, `$4` the authority's); `place` 1 is the row that stands for its subscriber.
const RANKED: &str = "
, ranked as (
    select l.*, row_number() over (
        partition by l.subscriber_id order by l.is_willing desc, l.preference
    ) as place
    from listed l
    where (l.audience = 'consultation' and $3) or (l.audience = 'authority' and $4)
)";

/// Who gets the notice, with their addresses.
const RECIPIENTS: &str = "
from ranked r join subscriptions s on s.id = r.id join subscribers p on p.id = r.subscriber_id
where r.place = 1 and r.is_willing = 1";

/// The lists of one consultation, and which of them were chosen.
#[derive(Clone, Copy, Debug)]
pub(in crate::notices) struct Lists<'a> {
    pub(in crate::notices) consultation: ConsultationId,
    pub(in crate::notices) authority: AuthorityId,
    pub(in crate::notices) text: &'a NoticeText,
}

impl Lists<'_> {
    fn is_chosen(self, audience: Audience) -> bool {
        self.text.is_for(audience)
    }
}

#[derive(QueryableByName)]
struct ListRow {
    #[diesel(sql_type = Text)]
    audience: Audience,
    #[diesel(sql_type = BigInt)]
    addresses: i64,
}

#[derive(QueryableByName)]
struct TotalRow {
    #[diesel(sql_type = BigInt)]
    listed: i64,
    #[diesel(sql_type = BigInt)]
    addresses: i64,
    #[diesel(sql_type = BigInt)]
    recipients: i64,
}

#[derive(QueryableByName)]
struct SampleRow {
    #[diesel(sql_type = Text)]
    email: String,
    #[diesel(sql_type = Text)]
    audience: Audience,
    #[diesel(sql_type = Moment)]
    since: Instant,
}

/// Who would get the notice at this moment.
pub(in crate::notices) fn count_recipients(
    conn: &mut DbConnection,
    lists: Lists<'_>,
) -> StoreResult<Recipients> {
    let found: Vec<ListRow> = diesel::sql_query(format!(
        "{LISTED} select audience, count(*) as addresses from listed group by audience"
    ))
    .bind::<Guid, _>(lists.consultation)
    .bind::<Guid, _>(lists.authority)
    .load(conn)?;
    let total: TotalRow = diesel::sql_query(format!(
        "{LISTED} {RANKED} select count(*) as listed, count(case when place = 1 then 1 end) as addresses,
             count(case when place = 1 and is_willing = 1 then 1 end) as recipients
         from ranked"
    ))
    .bind::<Guid, _>(lists.consultation)
    .bind::<Guid, _>(lists.authority)
    .bind::<Bool, _>(lists.is_chosen(Audience::Consultation))
    .bind::<Bool, _>(lists.is_chosen(Audience::Authority))
    .get_result(conn)?;
    Ok(Recipients {
        lists: Audience::VARIANTS
            .iter()
            .map(|audience| figure(*audience, &found))
            .collect(),
        duplicates: total.listed - total.addresses,
        unsubscribed: total.addresses - total.recipients,
        recipients: total.recipients,
        sample: list_sample(conn, lists)?,
    })
}

fn figure(audience: Audience, found: &[ListRow]) -> AudienceFigure {
    let row = found.iter().find(|row| row.audience == audience);
    AudienceFigure {
        audience,
        count: row.map_or(0, |row| row.addresses),
    }
}

fn list_sample(conn: &mut DbConnection, lists: Lists<'_>) -> StoreResult<Vec<SampleRecipient>> {
    let rows: Vec<SampleRow> = diesel::sql_query(format!(
        "{LISTED} {RANKED} select p.email, r.audience, s.confirmed_at as since {RECIPIENTS} and s.confirmed_at is not null
         order by r.subscriber_id limit $5"
    ))
    .bind::<Guid, _>(lists.consultation)
    .bind::<Guid, _>(lists.authority)
    .bind::<Bool, _>(lists.is_chosen(Audience::Consultation))
    .bind::<Bool, _>(lists.is_chosen(Audience::Authority))
    .bind::<BigInt, _>(SAMPLE)
    .load(conn)?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            Some(SampleRecipient {
                address: EmailAddress::parse(&row.email).ok()?.masked(),
                audience: row.audience,
                since: row.since,
            })
        })
        .collect())
}

/// What differs between the mails of one notice: the parameters for a language and a reason.
pub(in crate::notices) type ParamsOf<'a> = &'a dyn Fn(Language, Audience) -> Value;

/// Puts one mail into the outbox for every recipient, in one statement, and returns how many for which reason.
///
/// `mail` owns the outbox; this is the one insert made elsewhere, because choosing 50,000 recipients and writing to
/// them must be one step of the database and not a journey of all addresses through this process.
pub(in crate::notices) fn enqueue_notice(
    conn: &mut DbConnection,
    lists: Lists<'_>,
    notice: NoticeId,
    content: MailContentId,
    params: ParamsOf<'_>,
    now: Instant,
) -> StoreResult<Vec<AudienceFigure>> {
    let document = |language, audience| JsonDoc(params(language, audience));
    diesel::sql_query(format!(
        "insert into outbox (message, content_id, authority_id, recipient, language, link_kind, link_id, params,
             state, attempts, next_attempt_at, last_reply, created_at, lane)
         {LISTED} {RANKED}
         select 'notice', $5, $2, p.email, s.language, 'subscription', s.id,
             case s.language
                 when 'en' then case r.audience when 'consultation' then $6 else $7 end
                 else case r.audience when 'consultation' then $8 else $9 end
             end,
             'queued', 0, $10, '', $10, 'mass'
         {RECIPIENTS} order by r.subscriber_id"
    ))
    .bind::<Guid, _>(lists.consultation)
    .bind::<Guid, _>(lists.authority)
    .bind::<Bool, _>(lists.is_chosen(Audience::Consultation))
    .bind::<Bool, _>(lists.is_chosen(Audience::Authority))
    .bind::<Guid, _>(content)
    .bind::<Document, _>(document(Language::En, Audience::Consultation))
    .bind::<Document, _>(document(Language::En, Audience::Authority))
    .bind::<Document, _>(document(Language::Sl, Audience::Consultation))
    .bind::<Document, _>(document(Language::Sl, Audience::Authority))
    .bind::<Moment, _>(now)
    .execute(conn)?;
    record_deliveries(conn, notice, content)?;
    count_deliveries(conn, notice)
}

/// Notes for each mail of the notice whose it is and why they get it.
fn record_deliveries(
    conn: &mut DbConnection,
    notice: NoticeId,
    content: MailContentId,
) -> StoreResult<()> {
    diesel::sql_query(
        "insert into deliveries (outbox_row, notice_id, subscription_id, reason)
         select o.row_key, $1, s.id, case when s.consultation_id is null then 'authority' else 'consultation' end
         from outbox o join subscriptions s on s.id = o.link_id
         where o.content_id = $2",
    )
    .bind::<Guid, _>(notice)
    .bind::<Guid, _>(content)
    .execute(conn)?;
    Ok(())
}

/// Counts what was inserted, not what would be now: another node may have confirmed somebody in between.
fn count_deliveries(conn: &mut DbConnection, notice: NoticeId) -> StoreResult<Vec<AudienceFigure>> {
    let counts: Vec<(Audience, i64)> = deliveries::table
        .filter(deliveries::notice_id.eq(notice))
        .group_by(deliveries::reason)
        .order(deliveries::reason.desc())
        .select((deliveries::reason, count_star()))
        .load(conn)?;
    Ok(counts
        .into_iter()
        .map(|(audience, count)| AudienceFigure { audience, count })
        .collect())
}
