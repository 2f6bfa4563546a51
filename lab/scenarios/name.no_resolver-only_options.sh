# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# resolv.conf has a search list and options, but no server.
expect_cause=name.no_resolver
target=http://$NAME:$PORT/
proof="cat /etc/resolv.conf; getent hosts $NAME; echo rc=\$?"
proof_match='search.*rc=2'
build() {
	net far
	dns
	resolv "search $DOMAIN" 'options timeout:1'
}
