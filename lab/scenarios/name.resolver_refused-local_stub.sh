# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# resolv.conf points to a stub on this host that does not run.
expect_cause=name.resolver_refused
target=http://$NAME/
proof="dig +tries=1 $NAME; dig +short @$D4 $NAME"
proof_match="connection refused.*$S4"
build() {
	net far
	dns
	http
	resolv 'nameserver 127.0.0.53' 'options edns0 trust-ad'
}
