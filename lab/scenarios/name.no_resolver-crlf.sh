# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# resolv.conf was written on Windows.
expect_cause=name.no_resolver
target=http://$NAME/
proof="grep -c \$'\r' /etc/resolv.conf; getent ahosts $NAME || echo no address"
proof_match='1.*no address'
build() {
	net far 4
	dns
	http
	resolv "nameserver $D4"$'\r'
}
