# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Two search domains have the short name: the first one's service is gone, the second one's works.
expect_cause=name.search_list
target=http://$LABEL/
proof="getent ahostsv4 $LABEL; curl -sS -m 4 $target; curl -sS -m 4 http://$NAME/"
proof_match="$D4.*curl: \\(7\\).*hello"
build() {
	net far
	dns "host-record=$NAME,$S4" "host-record=$LABEL.old.example,$D4"
	http
	resolv "nameserver $D4" "search old.example $DOMAIN"
}
