//! Who asks, when proxies stand in between: the address of the visitor and whether they came over https.
//!
//! What a proxy says of the visitor is believed only of the proxies the operator named (`server.trusted_proxies`); anybody
//! can send `X-Forwarded-For`. The header `Forwarded` (RFC 7239) is never read: a proxy that writes one of the two passes the
//! other on as the visitor sent it.

use std::future::{Ready, ready};
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use actix_web::dev::Payload;
use actix_web::http::header::HeaderMap;
use actix_web::{FromRequest, HttpRequest, web};
use ipnet::IpNet;
use serde::Deserialize;

use super::Error;
use super::state::AppState;

/// Proxies whose word is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct TrustedProxies(Vec<Network>);

/// An address, or all addresses that begin like it: `10.0.0.0/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Network(IpNet);

/// The text is no address and no network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is neither an address nor a network such as 10.0.0.0/8")]
pub struct NotANetwork(String);

/// Whoever asks. The address is personal data: it goes into no log and no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client {
    pub address: IpAddr,
    /// What the proxy said; `None` when no trusted one said anything.
    pub is_https: Option<bool>,
}

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let address = text.parse().map(IpAddr::into);
        let network: Option<IpNet> = address.or_else(|_network| text.parse()).ok();
        // Bits behind the prefix are most likely a slip that would trust more than was meant.
        network
            .filter(|network| network.trunc() == *network)
            .map(Self)
            .ok_or_else(|| NotANetwork(text.to_owned()))
    }
}

impl TryFrom<String> for Network {
    type Error = NotANetwork;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl TrustedProxies {
    /// The networks, as they are written.
    pub fn names(&self) -> Vec<String> {
        self.0.iter().map(|network| network.0.to_string()).collect()
    }

    fn trust(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.0.contains(&address))
    }

    /// Goes back from the connection's other end, hop by hop, as long as the hop is trusted; the first that is not is the
    /// visitor. What stands to its left the visitor may have made up.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> Client {
        let mut address = peer.to_canonical();
        if !self.trust(address) {
            return Client {
                address,
                is_https: None,
            };
        }
        for hop in entries(headers, "x-forwarded-for").iter().rev() {
            let Some(before) = hop_address(hop) else {
                break;
            };
            address = before;
            if !self.trust(address) {
                break;
            }
        }
        let scheme = entries(headers, "x-forwarded-proto").pop();
        Client {
            address,
            is_https: scheme.map(|scheme| scheme.eq_ignore_ascii_case("https")),
        }
    }
}

/// The entries of all lines of a header, in their order.
fn entries<'a>(headers: &'a HeaderMap, name: &str) -> Vec<&'a str> {
    headers
        .get_all(name)
        .flat_map(|line| line.to_str().unwrap_or("unreadable").split(','))
        .map(str::trim)
        .collect()
}

/// The address of a hop; some proxies write the port behind it.
fn hop_address(hop: &str) -> Option<IpAddr> {
    let bare = hop.strip_prefix('[').and_then(|hop| hop.strip_suffix(']'));
    let address = bare.unwrap_or(hop).parse().ok();
    address
        .or_else(|| hop.parse().ok().map(|socket: SocketAddr| socket.ip()))
        .map(|address| address.to_canonical())
}

impl FromRequest for Client {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let state = request.app_data::<web::Data<AppState>>();
        let client = state.zip(request.peer_addr()).map(|(state, peer)| {
            let proxies = &state.site.trusted_proxies;
            proxies.client(peer.ip(), request.headers())
        });
        ready(client.ok_or_else(Error::bad_request))
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    fn proxies(names: &[&str]) -> TrustedProxies {
        TrustedProxies(names.iter().map(|name| name.parse().expect(name)).collect())
    }

    fn asked(peer: &str, headers: &[(&'static str, &'static str)]) -> (String, Option<bool>) {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            let name = HeaderName::from_static(name);
            map.append(name, HeaderValue::from_static(value));
        }
        let trusted = proxies(&["127.0.0.1", "10.0.0.0/8", "fd00::/8"]);
        let client = trusted.client(peer.parse().expect(peer), &map);
        (client.address.to_string(), client.is_https)
    }

    #[test]
    fn what_a_stranger_says_of_somebody_else_is_not_believed() {
        let told = [
            ("x-forwarded-for", "198.51.100.7"),
            ("x-forwarded-proto", "https"),
            ("forwarded", "for=198.51.100.7;proto=https"),
        ];

        for stranger in ["203.0.113.5", "11.0.0.1", "2001:db8::1", "::ffff:11.0.0.1"] {
            let (address, is_https) = asked(stranger, &told);
            assert_eq!(address, stranger.trim_start_matches("::ffff:"));
            assert_eq!(is_https, None);
        }
    }

    #[test]
    fn behind_trusted_proxies_the_last_hop_that_is_none_of_them_is_the_visitor() {
        for (line, visitor) in [
            ("198.51.100.7", "198.51.100.7"),
            ("198.51.100.7, 10.1.2.3", "198.51.100.7"),
            ("6.6.6.6, 198.51.100.7, 10.1.2.3", "198.51.100.7"),
            ("10.9.9.9, 198.51.100.7", "198.51.100.7"),
            ("198.51.100.7:4711", "198.51.100.7"),
            ("[2001:db8::1]:4711,fd00::1", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            // Nothing better is known than the proxy itself.
            ("nonsense", "127.0.0.1"),
            ("198.51.100.7, unknown", "127.0.0.1"),
            ("10.1.2.3", "10.1.2.3"),
        ] {
            let told = [("x-forwarded-for", line), ("x-forwarded-proto", "https")];
            let seen = (visitor.to_owned(), Some(true));
            assert_eq!(asked("127.0.0.1", &told), seen, "{line}");
        }
    }

    #[test]
    fn a_header_may_come_in_several_lines() {
        let told = [
            ("x-forwarded-for", "6.6.6.6"),
            ("x-forwarded-for", "198.51.100.7"),
            ("x-forwarded-proto", "https"),
            ("x-forwarded-proto", "http"),
        ];

        let seen = ("198.51.100.7".to_owned(), Some(false));
        assert_eq!(asked("::ffff:127.0.0.1", &told), seen);
    }

    #[test]
    fn a_trusted_proxy_that_says_nothing_is_all_that_is_known() {
        assert_eq!(asked("10.0.0.1", &[]), ("10.0.0.1".to_owned(), None));
    }

    #[test]
    fn networks_are_read_exactly_or_refused() {
        for (name, kept) in [
            ("127.0.0.1", "127.0.0.1/32"),
            ("10.0.0.0/8", "10.0.0.0/8"),
            ("0.0.0.0/0", "0.0.0.0/0"),
            ("::1", "::1/128"),
            ("fd00::/8", "fd00::/8"),
        ] {
            assert_eq!(proxies(&[name]).names(), [kept]);
        }
        for name in [
            "",
            "localhost",
            "10.0.0.1/8",
            "10.0.0.0/33",
            "10.0.0.0/-1",
            "10.0.0.0/",
            "fd00::/129",
            "10.0.0.0/8/8",
        ] {
            assert!(name.parse::<Network>().is_err(), "{name}");
        }
    }
}
