"""What a person names to be imported, as files that can be read: on the disk, in folders, in ZIPs, within bounds."""
