# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A second address of the name refuses, the first one works.
expect_status=degraded
expect_cause=name.aaaa_not_served
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	dns "host-record=$NAME,$S4,$S6"
	nginx s 80 "listen $S4:80; return 200 'hello\n';"
}
