# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The last router before the server resets the connection as soon as the request passes.
# shellcheck source=lab/cut.sh
. "$LAB/cut.sh"
expect_cause=path.reset
build() {
	cut_at r2 FORWARD
}
