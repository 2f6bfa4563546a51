# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The process of --pid trusts the CA by its SSL_CERT_FILE, which is a file of its own; the host does not.
expect_status=ok
from=d
rights=root
target=https://$NAME/
args=(--pid "$(cat "$DIR/pid" 2>/dev/null || :)")
proof="curl --cacert /etc/ssl/private/app.pem -sS $target; ip netns exec $TAG-d curl -sS $target"
proof_match='hello.*(unable to get local issuer|self.signed certificate)'
build() {
	net far
	dns
	ca
	cp "$DIR/ca.crt" "/etc/netns/$TAG-d/ssl/certs/ca-certificates.crt"
	cert root ca=1 to='3000 days' cn='Company Root'
	cert leaf issuer=root
	cp "$DIR/root.crt" "/etc/netns/$TAG-c/ssl/private/app.pem"
	https leaf
	process env -i SSL_CERT_FILE=/etc/ssl/private/app.pem sleep 300
}
