# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The setting with the host was not loaded: the program wrote "undefined".
expect_cause=input.placeholder
target="https://undefined/api/v1"
proof="curl -sS -m 8 $target; dig undefined"
proof_match='Could not resolve.*NXDOMAIN'
build() {
	net far
	dns "host-record=$NAME,$S4" local=/undefined/
}
