/* SPDX-License-Identifier: Apache-2.0 */
/* Loading the SSH module. */
#include "stream/ssh.h"
#include "stream/module.h"

#include <errno.h>

int ssh_load(const struct ssh_module **ret)
{
	*ret = module_symbol("naze-ssh.so", "naze_ssh_module");
	if (*ret != NULL && (*ret)->interface != SSH_MODULE_INTERFACE) {
		*ret = NULL;
		return -EBADMSG;
	}
	return *ret != NULL ? 0 : -ENOENT;
}
