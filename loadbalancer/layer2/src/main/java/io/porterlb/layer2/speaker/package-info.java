/// One platform thread for each interface ([DeviceLoop]), which joins what is pure to the sockets.
package io.porterlb.layer2.speaker;
