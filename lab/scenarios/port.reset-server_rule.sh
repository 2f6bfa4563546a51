# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server's own firewall resets the connection as soon as the request comes in.
# shellcheck source=lab/cut.sh
. "$LAB/cut.sh"
expect_cause=port.reset
build() {
	cut_at s INPUT
}
