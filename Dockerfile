# syntax=docker/dockerfile:1

# --- Build -----------------------------------------------------------------------------------------------------------
FROM rust:1.95-bookworm AS builder
WORKDIR /src
COPY Cargo.toml Cargo.lock ./
COPY .cargo ./.cargo
COPY src ./src
COPY migrations ./migrations
COPY templates ./templates
COPY config ./config
COPY benches ./benches
# postgres-tls builds OpenSSL along and links libpq with it; this image brings the perl and make that needs (ADR 0002).
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --release --locked --features postgres-tls --bin posvet \
    && install -D target/release/posvet /out/posvet

# --- Run -------------------------------------------------------------------------------------------------------------
FROM debian:bookworm-slim
# Root certificates for SMTP and PostgreSQL. Time zones, fonts and templates are in the binary.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --system --gid 10001 posvet \
    && useradd --system --uid 10001 --gid posvet --home-dir /var/lib/posvet --shell /usr/sbin/nologin posvet \
    && install -d -o posvet -g posvet -m 0750 /var/lib/posvet /srv/posvet-files
COPY --from=builder /out/posvet /usr/local/bin/posvet
ENV POSVET__SERVER__LISTEN=0.0.0.0:8080 \
    POSVET__DATA_DIRECTORY=/var/lib/posvet \
    POSVET__DATABASE__URL=sqlite:/var/lib/posvet/posvet.db \
    POSVET__MAIL__FOLDER=/var/lib/posvet/mail
USER 10001:10001
WORKDIR /var/lib/posvet
EXPOSE 8080
# SIGTERM lets requests finish and workers park.
STOPSIGNAL SIGTERM
# The image has no HTTP client and needs none: bash opens the connection itself. /readyz answers 200 only when the
# database is reachable and its schema is this binary's.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /readyz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r -t 4 _ status _ <&3 && [[ $status == 200 ]]"]
ENTRYPOINT ["posvet"]
CMD ["serve"]
