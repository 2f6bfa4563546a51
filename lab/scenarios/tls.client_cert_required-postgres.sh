# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The rules want a client certificate besides.
expect_cause=tls.client_cert_required
target="postgres://app:pw@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='connection requires a valid client certificate'
build() {
	net far
	ca
	cert leaf issuer=ca
	install -o postgres -m 600 "$DIR/ca.crt" "$DIR/ca.pg" 2>/dev/null
	PG_CERT=leaf pg "hostssl all all 0.0.0.0/0 scram-sha-256 clientcert=verify-ca" "ssl_ca_file='$DIR/ca.pg'"
}
