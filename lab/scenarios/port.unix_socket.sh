# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The socket file is missing.
expect_cause=port.unix_socket
target=unix:/run/lab/app-$LABEL.sock
proof="nc -U /run/lab/app-$LABEL.sock"
proof_match='No such file'
build() {
	net far
}
