# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The CA stands in the store of the host; the process of --pid has another store.
expect_cause=tls.unknown_ca
from=d
rights=root
target=https://$NAME/
args=(--pid "$(cat "$DIR/pid" 2>/dev/null || :)")
proof="curl -sS $target; ip netns exec $TAG-d curl -sS $target"
proof_match='unable to get local issuer|self.signed certificate in.*hello'
build() {
	net far
	dns
	ca
	cert root ca=1 to='3000 days' cn='Company Root'
	cert leaf issuer=root
	cat "$DIR/root.crt" >>"$DIR/leaf.crt"
	cat "$DIR/root.crt" >>"/etc/netns/$TAG-d/ssl/certs/ca-certificates.crt"
	https leaf
	process sleep 300
}
