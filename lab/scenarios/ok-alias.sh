# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name is an alias of an alias.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns "host-record=real.$DOMAIN,$S4,$S6" "cname=mid.$DOMAIN,real.$DOMAIN" "cname=$NAME,mid.$DOMAIN"
	http
}
