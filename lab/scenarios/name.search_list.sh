# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# ndots:5 and a wildcard in the search domain: the name becomes another one.
expect_cause=name.search_list
target=https://$NAME/
proof="getent ahosts $NAME; curl -sS -m 4 $target; dig +short $NAME.; curl -sS --resolve $NAME:443:$S4 $target"
proof_match="$D4.*curl: \\(.*$S4.*hello"
build() {
	net far
	dns "host-record=$NAME,$S4,$S6" "address=/cluster.example/$D4"
	ca
	cert leaf issuer=ca
	https leaf
	resolv "nameserver $D4" 'search cluster.example' 'options ndots:5'
}
