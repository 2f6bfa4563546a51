# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A small CA of one's own signs without intermediates; as usual it is not sent along.
expect_cause=tls.unknown_ca
target=https://$NAME/
proof="curl -sSi -m 6 $target; openssl s_client -connect $NAME:443 -servername $NAME -showcerts </dev/null 2>/dev/null | grep -c BEGIN"
proof_match='unable to get local issuer.*1'
build() {
	net one
	dns
	ca other
	cert own ca=1 to='3000 days' cn='Acme Internal CA'
	cert leaf issuer=own
	https leaf
}
