# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A box on the way resets the connection as soon as the request passes.
# shellcheck source=lab/cut.sh
. "$LAB/cut.sh"
expect_cause=path.reset
expect_certainty=proven
build() {
	cut_at r1 FORWARD
}
