/// Who should have which address; pure.
package io.porterlb.ownership.placement;
