# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A front that closes without a word, over IPv6 only.
expect_cause=http.empty_reply
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='Empty reply'
build() {
	net far 6
	resolv "nameserver $D6"
	dns "host-record=$NAME,$S6"
	http 80 'return 444;'
}
