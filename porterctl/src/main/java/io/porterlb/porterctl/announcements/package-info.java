/// The verb announcements: who announces what, where, and since when.
package io.porterlb.porterctl.announcements;
