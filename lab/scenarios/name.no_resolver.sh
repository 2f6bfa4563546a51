# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# resolv.conf is empty.
expect_cause=name.no_resolver
target=https://$NAME/
proof="grep -c nameserver /etc/resolv.conf; getent hosts $NAME; echo rc=\$?; dig +short @$D4 $NAME"
proof_match="0.*rc=2.*$S4"
build() {
	net far
	dns
	: >"/etc/netns/$(ns c)/resolv.conf"
}
