/* SPDX-License-Identifier: Apache-2.0 */
/* Loading the SSH module. */
#include "stream/ssh.h"
#include "stream/module.h"

#include <errno.h>
#include <stddef.h>

int ssh_load(const struct ssh_module **ret)
{
	const void *symbol = NULL;
	int r = module_symbol("naze-ssh.so", "naze_ssh_module", &symbol);

	*ret = symbol;
	if (*ret != NULL && (*ret)->interface != SSH_MODULE_INTERFACE) {
		*ret = NULL;
		return -EBADMSG;
	}
	return r;
}
