# shellcheck shell=bash
# LXC with containers that have no network and no profile of AppArmor.
printf '%s\n' 'lxc.net.0.type = empty' 'lxc.apparmor.profile = unconfined' >/etc/lxc/default.conf
