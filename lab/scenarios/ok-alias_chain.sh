# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Eleven aliases, one after the other.
expect_status=ok
target=http://$NAME/
proof="dig +short $NAME; curl -sS $target"
proof_match="(c\d+.*){11}hello"
build() {
	net far 4
	local i chain=("$NAME=>c1.$DOMAIN")
	for i in {1..10}; do chain+=("c$i.$DOMAIN=>c$((i + 1)).$DOMAIN"); done
	dns_py "${chain[@]}" "c11.$DOMAIN=$S4"
	http
}
