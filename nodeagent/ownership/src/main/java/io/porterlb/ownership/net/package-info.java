/// The socket, and the thread that owns it.
package io.porterlb.ownership.net;
