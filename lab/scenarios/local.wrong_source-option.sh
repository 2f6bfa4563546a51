# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# --source names an address that this host has not got.
expect_cause=local.wrong_source
target=http://$S4/
args=(--source 10.254.9.9)
proof="nc -vz -w2 -s 10.254.9.9 $S4 80; curl -sS http://$S4/"
proof_match='[Cc]annot assign requested address.*hello'
build() {
	net far 4
	http
}
