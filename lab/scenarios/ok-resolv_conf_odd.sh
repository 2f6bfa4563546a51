# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# resolv.conf with tabs, comments, lines without an address or with a name, and options that nobody knows.
expect_status=ok
target=http://$NAME/
proof="getent ahosts $NAME; curl -sS $target"
proof_match="$S4.*hello"
build() {
	net far
	dns
	http
	resolv '; by hand' 'nameserver' "nameserver dns.$DOMAIN" $'nameserver\t\t'"$D4"$'\t# ours' \
		'options rotate trust-ad edns0 no-aaaa single-request timeout:1 attempts:1 whatever'
}
