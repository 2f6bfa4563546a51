# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Six addresses over both families, all good.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	for i in 201 202; do addr s eth0 "$SNET.$i/24" "$SNET6::$i/64"; done
	dns "host-record=$NAME,$S4,$S6" "host-record=$NAME,$SNET.201,$SNET6::201" "host-record=$NAME,$SNET.202,$SNET6::202"
	http
}
