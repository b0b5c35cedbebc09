/// What the node announces, for whoever asks: the document `/announcements`.
package io.porterlb.agent.announced;
